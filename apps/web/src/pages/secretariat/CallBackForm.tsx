import { useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useAct } from './useAct.js';

interface Props {
  panels: Schemas['PanelView'][];
  path: { editionId: string; stageKey: string };
  inForce: Schemas['TimetableView'];
  close: () => void;
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Which panel hears which codes a second time, and from when on. */
export function CallBackForm({ panels, path, inForce, close }: Props) {
  const { t } = useTranslation('timetable');
  const { busy, run } = useAct();
  const [day, setDay] = useState(inForce.days.at(-1)?.day ?? '');
  const [from, setFrom] = useState('');
  const [lengths, setLengths] = useState({ length: 10, cycle: 15 });
  const [chosen, setChosen] = useState<Record<string, string[]>>({});
  const slots = useQuery({ queryKey: ['interview-slots', inForce.id], queryFn: () => answer(api.GET('/api/judging/timetables/{id}/slots', { params: { path: { id: inForce.id } } })) });
  const rooms = panels.filter((panel) => inForce.rooms.some((room) => room.panelId === panel.id));
  const calls = rooms.flatMap((panel) => (chosen[panel.id]?.length ? [{ panelId: panel.id, codes: chosen[panel.id] ?? [] }] : []));
  // A panel's own codes come first in its list.
  const optionsOf = (panelId: string) => [...(slots.data ?? [])].filter((slot) => slot.presence !== 'absent').sort((a, b) => Number(b.panelId === panelId) - Number(a.panelId === panelId) || (a.code < b.code ? -1 : 1)).map((slot) => ({ value: slot.code, label: slot.code }));
  const plan = async (): Promise<void> => {
    const body = { day, from: minutes(from), ...lengths, calls };
    if (await run(() => answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/call-backs', { params: { path }, body })), t('callBack.done'))) close();
  };
  return (
    <section className="card stack no-print" aria-label={t('callBack.plan')}>
      <h2>{t('callBack.plan')}</h2>
      <p className="quiet">{t('callBack.how')}</p>
      {rooms.map((panel) => (
        <label key={panel.id} className="stack-s">
          <span>{t('callBack.of', { panel: panel.name })}</span>
          <Select mode="multiple" size="large" placeholder={t('callBack.pick')} value={chosen[panel.id] ?? []} options={optionsOf(panel.id)} loading={slots.isPending} onChange={(codes: string[]) => setChosen({ ...chosen, [panel.id]: codes })} />
        </label>
      ))}
      <div className="row gate-numbers">
        <label className="stack-s"><span>{t('callBack.day')}</span><Input type="date" value={day} onChange={(event) => setDay(event.target.value)} /></label>
        <label className="stack-s"><span>{t('callBack.from')}</span><Input type="time" value={from} onChange={(event) => setFrom(event.target.value)} /></label>
        {(['length', 'cycle'] as const).map((key) => (
          <label key={key} className="stack-s"><span>{t(`callBack.${key}`)}</span><InputNumber min={1} max={480} value={lengths[key]} onChange={(next) => next !== null && setLengths({ ...lengths, [key]: next })} /></label>
        ))}
      </div>
      <div className="row">
        <Button type="primary" size="large" loading={busy} disabled={day === '' || from === '' || calls.length === 0} onClick={() => void plan()}>{t('callBack.verb')}</Button>
        <Button size="large" onClick={close}>{t('shell:cancel')}</Button>
      </div>
    </section>
  );
}
