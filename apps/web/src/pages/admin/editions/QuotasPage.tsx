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
import { useEdition } from './EditionFrame.js';

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
  return (
    <div className="stack">
      <div className="row">
        <label className="row"><span>{t('quota.level')}</span>
          <Select value={level} style={{ minWidth: 140 }} options={LEVELS.map((value) => ({ value, label: t(`shell:level.${value}`) }))} onChange={(value: Level) => setParams({ level: value }, { replace: true })} />
        </label>
        <span className="quiet">{t('quota.about')}</span>
      </div>
      <Loaded query={quotas}>{(rows) => <QuotaTable key={`${level}.${quotas.dataUpdatedAt}`} level={level} rows={rows} writable={writable} />}</Loaded>
    </div>
  );
}

interface Line {
  key: string;
  unitId: string;
  unitName: string;
  entryType: string;
  used: number;
  places: number | null;
}

function QuotaTable({ level, rows, writable }: { level: Level; rows: Quota[]; writable: boolean }) {
  const { t } = useTranslation('admin');
  const edition = useEdition();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const divisions = useDivisions();
  const [changes, setChanges] = useState<Record<string, number | null>>({});
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [total, setTotal] = useState<number | null>(null);
  const [least, setLeast] = useState<number | null>(null);

  // Units without a row yet are shown too, so that their places can be set.
  const lines = useMemo<Line[]>(() => {
    const known: Line[] = rows.map((row) => ({ key: `${row.unitId}|${row.entryType}`, unitId: row.unitId, unitName: row.unitName, entryType: row.entryType, used: row.used, places: row.places }));
    const have = new Set(rows.map((row) => row.unitId));
    const missing = writable ? (divisions.data ?? []).filter((unit) => unit.kind === UNIT_KIND[level] && !have.has(unit.id)) : [];
    return [...known, ...missing.map((unit) => ({ key: `${unit.id}|*`, unitId: unit.id, unitName: unit.name, entryType: '*', used: 0, places: null }))];
  }, [rows, divisions.data, level, writable]);

  const placesOf = (line: Line): number | null => (line.key in changes ? changes[line.key]! : line.places);
  const changed = lines.filter((line) => line.key in changes && changes[line.key] !== line.places && changes[line.key] !== null);
  const shared = lines.filter((line) => line.entryType === '*');
  const sum = shared.reduce((all, line) => all + (placesOf(line) ?? 0), 0);
  const base = least ?? 0;
  const wrong = (line: Line): string[] => {
    const places = placesOf(line);
    if (places === null || !changed.includes(line)) return [];
    const all = lines.find((other) => other.unitId === line.unitId && other.entryType === '*');
    const most = line.entryType === '*' ? null : all ? placesOf(all) : null;
    return [
      ...(places < line.used ? [t('quota.belowUsed', { used: line.used })] : []),
      ...(places < base ? [t('quota.belowBase', { base })] : []),
      ...(most !== null && places > most ? [t('quota.aboveAll', { all: most })] : []),
    ];
  };
  const points = [
    ...(total !== null && base * shared.length > total ? [t('quota.baseTooLarge', { base, units: shared.length, total })] : []),
    ...(total !== null && shared.reduce((all, line) => all + line.used, 0) > total ? [t('quota.usedAboveTotal', { total })] : []),
    ...(total !== null && changed.some((line) => line.entryType === '*') && sum !== total ? [t('quota.sumDiffers', { sum, total, difference: Math.abs(sum - total) })] : []),
  ];
  const faults = points.length + lines.filter((line) => wrong(line).length > 0).length;

  const save = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const quotas = changed.map((line) => ({ level, unitId: line.unitId, entryType: line.entryType, places: changes[line.key]! }));
      await answer(api.PUT('/api/editions/{id}/quotas', { params: { path: { id: edition.id } }, body: { quotas, ...(total !== null && changed.every((line) => line.entryType === '*') && { total }), ...(base > 0 && { base }) } }));
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
      const shares = shared.map((line) => ({ unitId: line.unitId, weight: Math.max(line.used, placesOf(line) ?? 0, 1) }));
      const proposal = await answer(api.POST('/api/editions/{id}/quotas/proposal', { params: { path: { id: edition.id } }, body: { total, shares, ...(base > 0 && { base }) } }));
      setChanges(Object.fromEntries(proposal.map((row) => [shared.find((line) => line.unitId === row.unitId)?.key ?? row.unitId, row.places])));
    } catch (thrown) {
      setError(thrown);
    }
  };

  if (lines.length === 0) return <Empty title={t('quota.empty')} how={t('quota.emptyHow')} />;
  return (
    <div className="stack">
      {writable && (
        <div className="row">
          <InputNumber min={0} max={1_000_000} value={total} onChange={setTotal} placeholder={t('quota.total')} aria-label={t('quota.total')} style={{ width: 180 }} />
          <InputNumber min={0} max={10_000} value={least} onChange={setLeast} placeholder={t('quota.base')} aria-label={t('quota.base')} style={{ width: 150 }} />
          <Button disabled={total === null} onClick={() => void propose()}>{t('quota.propose')}</Button>
          <span className="quiet small">{t('quota.proposeHint')}</span>
        </div>
      )}
      {error !== undefined && <Failure error={error} />}
      {faults > 0 && (
        <div className="note needs" role="alert">
          <strong>{t('quota.faults', { count: faults })}</strong>
          {points.length > 0 && <ul>{points.map((point) => <li key={point}>{point}</li>)}</ul>}
        </div>
      )}
      <table className="plain cards">
        <thead>
          <tr><th scope="col">{t('quota.unit')}</th><th scope="col">{t('quota.type')}</th><th scope="col">{t('quota.used')}</th><th scope="col">{t('quota.places')}</th></tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const places = placesOf(line);
            return (
              <tr key={line.key}>
                <td className="main">{line.unitName}</td>
                <td data-label={t('quota.type')}>{line.entryType === '*' ? t('quota.allTypes') : line.entryType}</td>
                <td data-label={t('quota.used')}>
                  <span className="tnum">{line.used} / {line.places ?? '–'}</span>
                  {line.places !== null && line.places > 0 && (
                    <span className={`bar ${line.used >= line.places ? 'full' : ''}`} aria-hidden="true" style={{ display: 'block', maxWidth: 160 }}>
                      <span style={{ width: `${Math.min(100, (line.used / line.places) * 100)}%` }} />
                    </span>
                  )}
                </td>
                <td data-label={t('quota.places')}>
                  {writable ? (
                    <InputNumber
                      min={0}
                      status={wrong(line).length > 0 ? 'error' : undefined}
                      max={100_000}
                      value={places}
                      aria-label={t('quota.placesOf', { unit: line.unitName })}
                      onChange={(value) => setChanges((old) => ({ ...old, [line.key]: value }))}
                    />
                  ) : (
                    (places ?? '–')
                  )}
                  {wrong(line).map((point) => <span key={point} className="small" style={{ display: 'block' }}>! {point}</span>)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="row between">
        <span className="tnum">{t('quota.sum', { sum })}</span>
        {writable && <Button type="primary" disabled={changed.length === 0 || faults > 0} loading={busy} onClick={() => void save()}>{changed.length === 0 ? t('shell:saveWord') : t('quota.save', { count: changed.length })}</Button>}
      </div>
    </div>
  );
}
