import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';

type Asked = Schemas['RunInput'];
type Rules = Schemas['CompositionView'];
type Rule = keyof Rules;

const RULES: { key: Rule; min: number; max: number }[] = [
  { key: 'leads', min: 0, max: 9 }, { key: 'ofField', min: 0, max: 9 }, { key: 'perEmployer', min: 1, max: 20 }, { key: 'perRegion', min: 1, max: 20 }, { key: 'sameRegionPenalty', min: 0, max: 1000 }, { key: 'mostChance', min: 1, max: 99 },
];

/** Who must be together on an entry and who not: the rulebook's figures stand in the fields; a run may only be stricter. */
export function Composition({ asked, rules, change }: { asked: Asked; rules: Rules | undefined; change: (next: Asked) => void }) {
  const { t } = useTranslation('plan');
  return (
    <fieldset className="stack-s" style={{ border: 0, padding: 0, margin: 0 }}>
      <legend><strong>{t('composition.title')}</strong> <span className="quiet small">{t('composition.what')}</span></legend>
      <div className="row gate-numbers">
        {RULES.map(({ key, min, max }) => {
          const rule = rules?.[key] ?? null;
          return (
            <label key={key} className="stack-s">
              <span>{t(`composition.${key}`)}</span>
              <InputNumber min={min} max={max} placeholder={rule === null ? t('composition.none') : String(rule)} value={asked[key] ?? null} onChange={(next) => change({ ...asked, [key]: next ?? undefined })} />
              {rule !== null && <span className="quiet small">{t('composition.rule', { rule })}</span>}
            </label>
          );
        })}
      </div>
      <Apart pairs={asked.apart ?? []} change={(apart) => change({ ...asked, apart: apart.length === 0 ? undefined : apart })} />
    </fieldset>
  );
}

function Apart({ pairs, change }: { pairs: { one: string; other: string }[]; change: (pairs: { one: string; other: string }[]) => void }) {
  const { t } = useTranslation('plan');
  const [[one, other], pick] = useState<[string?, string?]>([]);
  const judges = useQuery({ queryKey: ['judges', 'to-keep-apart'], queryFn: () => answer(api.GET('/api/judging/judges', { params: { query: { size: 200 } } })) });
  const rows = judges.data?.rows ?? [];
  const nameOf = (id: string): string => rows.find((judge) => judge.id === id)?.name ?? '';
  const options = rows.map((judge) => ({ value: judge.id, label: [judge.name, judge.employer].filter(Boolean).join(' · ') }));
  const select = (place: 0 | 1) => (
    <Select
      showSearch optionFilterProp="label" style={{ minWidth: 200 }} aria-label={t(place === 0 ? 'composition.apartOne' : 'composition.apartOther')} placeholder={t(place === 0 ? 'composition.apartOne' : 'composition.apartOther')}
      value={place === 0 ? one : other} onChange={(id: string) => pick(place === 0 ? [id, other] : [one, id])} options={options.filter(({ value }) => value !== (place === 0 ? other : one))}
    />
  );
  return (
    <div className="stack-s">
      <span>{t('composition.apart')}</span>
      <div className="row">
        {select(0)}{select(1)}
        <Button disabled={!one || !other} onClick={() => { if (one && other) { change([...pairs, { one, other }]); pick([]); } }}>{t('composition.add')}</Button>
      </div>
      {pairs.length > 0 && (
        <ul className="plain row">
          {pairs.map((pair, index) => (
            <li key={`${pair.one} ${pair.other}`} className="note">{nameOf(pair.one)} × {nameOf(pair.other)} <Button size="small" aria-label={t('composition.removeOf', { one: nameOf(pair.one), other: nameOf(pair.other) })} onClick={() => change(pairs.filter((_, at) => at !== index))}>{t('composition.remove')}</Button></li>
          ))}
        </ul>
      )}
    </div>
  );
}
