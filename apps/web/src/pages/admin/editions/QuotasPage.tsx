import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, InputNumber, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { Failure } from '../../../status/Failure.js';
import { Loaded } from '../../../status/Loaded.js';
import { Empty } from '../../../status/Skeleton.js';
import { hasRole, useMe } from '../../../session/session.js';
import { useDivisions } from '../schools/divisions.js';
import { useEditionRules } from '../../entries/entry-rules.js';
import { quotaKindName } from '../../entries/quota-kind.js';
import { useEdition } from './EditionFrame.js';
import { QuotaTable } from './QuotaTable.js';
import { countsFor, quotaRows, shownKinds, type QuotaCell } from './quota-lines.js';

type Quota = Schemas['QuotaView'];
type Level = Quota['level'];
const LEVELS: Level[] = ['prefecture', 'county', 'school'];
/** The kind of unit whose places are counted at a level is the level itself: a prefecture recommends within its own places. */
const UNIT_KIND: Record<string, string> = { prefecture: 'prefecture', county: 'county', school: 'school' };

/** Places each unit may recommend, how many are taken, and a proposal by last year's numbers. */
export function QuotasPage() {
  const { t } = useTranslation('admin');
  const edition = useEdition();
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const level = (LEVELS as readonly string[]).includes(params.get('level') ?? '') ? (params.get('level') as Level) : 'prefecture';
  const writable = hasRole(me, 'province_admin', 'prefecture_admin', 'county_admin') && edition.state !== 'archived';
  const quotas = useQuery({
    queryKey: ['quotas', edition.id, level],
    queryFn: () => answer(api.GET('/api/editions/{id}/quotas', { params: { path: { id: edition.id }, query: { level } } })),
  });
  const rules = useEditionRules(edition.id);
  const required = rules.data?.chain.find((step) => step.level === level)?.quota === 'required';
  return (
    <div className="stack">
      <div className="row">
        <label className="row"><span>{t('quota.level')}</span>
          <Select value={level} style={{ minWidth: 140 }} options={LEVELS.map((value) => ({ value, label: t(`shell:level.${value}`) }))} onChange={(value: Level) => setParams({ level: value }, { replace: true })} />
        </label>
        <span className="quiet">{t('quota.about')}</span>
      </div>
      {required && <p className="note">{t('quota.required')}</p>}
      <Loaded query={quotas}>{(rows) => <QuotaForm key={`${level}.${quotas.dataUpdatedAt}`} level={level} quotas={rows} writable={writable} />}</Loaded>
    </div>
  );
}

/** Places set and saved for a level, with what does not fit said before saving. */
function QuotaForm({ level, quotas, writable }: { level: Level; quotas: Quota[]; writable: boolean }) {
  const { t } = useTranslation('admin');
  const edition = useEdition();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const divisions = useDivisions();
  const rules = useEditionRules(edition.id);
  const [changes, setChanges] = useState<Record<string, number | null>>({});
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [total, setTotal] = useState<number | null>(null);
  const [least, setLeast] = useState<number | null>(null);
  // In the address, so that the view stays after saving.
  const [params, setParams] = useSearchParams();
  const apart = params.get('type') ?? '*';
  const [shareOf, setShareOf] = useState(apart);

  const ruled = useMemo(() => rules.data?.types ?? [], [rules.data]);
  const types = useMemo(() => shownKinds(quotas, ruled, apart), [quotas, ruled, apart]);
  const kinds = useMemo(() => [...new Set(['*', ...ruled.map((type) => type.key)].flatMap((type) => shownKinds(quotas, ruled, type)))], [quotas, ruled]);
  const rows = useMemo(
    () => quotaRows(quotas, writable ? (divisions.data ?? []).filter((unit) => unit.kind === UNIT_KIND[level]) : [], kinds),
    [quotas, divisions.data, level, writable, kinds],
  );
  const nameOf = (kind: string): string => (kind === '*' ? t('quota.allTypes') : rules.data ? quotaKindName(rules.data, kind) : kind);

  const grouped = (type: string): boolean => quotas.some((quota) => quota.entryType.startsWith(`${type}/`) && quota.places !== null);
  const views = [
    { value: '*', label: t('quota.byType') },
    ...ruled.filter((type) => type.groups.length > 1 || grouped(type.key)).map((type) => ({ value: type.key, label: t(grouped(type.key) ? 'quota.byGroupSet' : 'quota.byGroup', { type: nameOf(type.key) }) })),
  ];

  const cells = rows.flatMap((row) => row.cells);
  const placesOf = (cell: QuotaCell): number | null => (cell.key in changes ? changes[cell.key]! : cell.places);
  const changed = cells.filter((cell) => (changes[cell.key] ?? null) !== null && changes[cell.key] !== cell.places);
  const sumOf = (type: string): number => cells.filter((cell) => cell.entryType === type).reduce((all, cell) => all + (placesOf(cell) ?? 0), 0);
  const shared = cells.filter((cell) => cell.entryType === shareOf);
  const base = least ?? 0;
  const wrong = (cell: QuotaCell): string[] => {
    const places = placesOf(cell);
    if (places === null || !changed.includes(cell)) return [];
    const around = rows.find((row) => row.unitId === cell.unitId)?.cells.filter((other) => countsFor(other.entryType, cell.entryType)) ?? [];
    const limits = around.flatMap((other) => placesOf(other) ?? []);
    const most = limits.length === 0 ? null : Math.min(...limits);
    return [
      ...(places < cell.used ? [t('quota.belowUsed', { used: cell.used })] : []),
      ...(cell.entryType === shareOf && places < base ? [t('quota.belowBase', { base })] : []),
      ...(most !== null && places > most ? [t('quota.aboveAll', { all: most })] : []),
    ];
  };
  const unitOf = (cell: QuotaCell): string => rows.find((row) => row.unitId === cell.unitId)?.unitName ?? '';
  const sum = sumOf(shareOf);
  const points = [
    ...(total !== null && base * shared.length > total ? [t('quota.baseTooLarge', { base, units: shared.length, total })] : []),
    ...(total !== null && shared.reduce((all, cell) => all + cell.used, 0) > total ? [t('quota.usedAboveTotal', { total })] : []),
    ...(total !== null && changed.some((cell) => cell.entryType === shareOf) && sum !== total ? [t('quota.sumDiffers', { sum, total, difference: Math.abs(sum - total) })] : []),
  ];
  // What is wrong in the other views is said by name: it cannot be seen in the table.
  const elsewhere = cells.filter((cell) => !types.includes(cell.entryType)).flatMap((cell) => wrong(cell).map((fault) => t('quota.faultAt', { unit: unitOf(cell), type: nameOf(cell.entryType), fault })));
  const faults = points.length + cells.filter((cell) => wrong(cell).length > 0).length;

  const save = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const set = changed.map((cell) => ({ level, unitId: cell.unitId, entryType: cell.entryType, places: changes[cell.key]! }));
      const ofOneType = changed.every((cell) => cell.entryType === shareOf);
      await answer(api.PUT('/api/editions/{id}/quotas', {
        params: { path: { id: edition.id } }, body: { quotas: set, ...(total !== null && ofOneType && { total }), ...(base > 0 && ofOneType && { base }) },
      }));
      void message.success(t('saved'));
      await cache.invalidateQueries({ queryKey: ['quotas', edition.id] });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const propose = async (): Promise<void> => {
    if (total === null) return;
    setError(undefined);
    try {
      const shares = shared.map((cell) => ({ unitId: cell.unitId, weight: Math.max(cell.used, placesOf(cell) ?? 0, 1) }));
      const proposal = await answer(api.POST('/api/editions/{id}/quotas/proposal', { params: { path: { id: edition.id } }, body: { total, shares, ...(base > 0 && { base }) } }));
      setChanges((old) => ({ ...old, ...Object.fromEntries(proposal.map((row) => [`${row.unitId}|${shareOf}`, row.places])) }));
    } catch (thrown) {
      setError(thrown);
    }
  };

  if (rows.length === 0) return <Empty title={t('quota.empty')} how={t('quota.emptyHow')} />;
  return (
    <div className="stack">
      {views.length > 1 && (
        <label className="row"><span>{t('quota.apart')}</span>
          <Select
            value={apart}
            style={{ minWidth: 240 }}
            options={views}
            onChange={(value) => {
              setParams({ level, ...(value !== '*' && { type: value }) }, { replace: true });
              setShareOf(value);
            }}
          />
        </label>
      )}
      {writable && (
        <div className="row">
          <Select value={shareOf} style={{ minWidth: 190 }} aria-label={t('quota.type')} options={types.map((type) => ({ value: type, label: nameOf(type) }))} onChange={setShareOf} />
          <InputNumber min={0} max={1_000_000} value={total} onChange={setTotal} placeholder={t('quota.total')} aria-label={t('quota.total')} style={{ width: 130 }} />
          <InputNumber min={0} max={10_000} value={least} onChange={setLeast} placeholder={t('quota.base')} aria-label={t('quota.base')} style={{ width: 130 }} />
          <Button disabled={total === null} onClick={() => void propose()}>{t('quota.propose')}</Button>
          <span className="quiet small">{t('quota.proposeHint')}</span>
        </div>
      )}
      {error !== undefined && <Failure error={error} />}
      {faults > 0 && (
        <div className="note needs" role="alert">
          <strong>{t('quota.faults', { count: faults })}</strong>
          {points.length + elsewhere.length > 0 && <ul>{[...points, ...elsewhere].map((point) => <li key={point}>{point}</li>)}</ul>}
        </div>
      )}
      <QuotaTable
        rows={rows.map((row) => ({ ...row, cells: row.cells.filter((cell) => types.includes(cell.entryType)) }))}
        types={types}
        chosen={apart === '*' ? shareOf : undefined}
        nameOf={nameOf}
        sumOf={sumOf}
        placesOf={placesOf}
        wrong={wrong}
        change={writable ? (cell, places) => setChanges((old) => ({ ...old, [cell.key]: places })) : undefined}
      />
      {writable && (
        <div className="quota-save row between">
          <span className="tnum">{t('quota.sumOf', { type: nameOf(shareOf), sum })}</span>
          <Button type="primary" disabled={changed.length === 0 || faults > 0} loading={busy} onClick={() => void save()}>{changed.length === 0 ? t('shell:saveWord') : t('quota.save', { count: changed.length })}</Button>
        </div>
      )}
    </div>
  );
}
