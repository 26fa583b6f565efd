import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useAct } from './useAct.js';

type Asked = Schemas['TimetableInput'];
type Panel = Schemas['PanelView'];

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const MORNING = { from: 9 * 60, to: 12 * 60 };
const AFTERNOON = { from: 14 * 60, to: 17 * 60 };

/** Days and hours, lengths and gaps, a room for each panel. */
export function TimetableForm({ panels, path, from, keepable, close }: { panels: Panel[]; path: { editionId: string; stageKey: string }; from?: Asked; keepable: boolean; close: () => void }) {
  const { t } = useTranslation('timetable');
  const { busy, run } = useAct();
  const [asked, setAsked] = useState<Asked>(() => ({
    days: from?.days ?? [{ day: '', blocks: [MORNING, AFTERNOON] }],
    length: from?.length ?? 15, cycle: from?.cycle ?? 20, gap: from?.gap ?? 10, travel: from?.travel ?? 10, keep: keepable,
    rooms: panels.map((panel) => from?.rooms.find((room) => room.panelId === panel.id) ?? { panelId: panel.id, room: '', place: '' }),
  }));
  const setDay = (index: number, day: Partial<Asked['days'][number]>): void => setAsked({ ...asked, days: asked.days.map((one, at) => (at === index ? { ...one, ...day } : one)) });
  const setBlock = (index: number, at: number, block: Partial<{ from: number; to: number }>): void =>
    setDay(index, { blocks: (asked.days[index]?.blocks ?? []).map((one, place) => (place === at ? { ...one, ...block } : one)) });
  const setRoom = (panelId: string, room: Partial<Asked['rooms'][number]>): void => setAsked({ ...asked, rooms: asked.rooms.map((one) => (one.panelId === panelId ? { ...one, ...room } : one)) });
  const ready = asked.days.every(({ day }) => day !== '') && asked.rooms.every(({ room }) => room.trim() !== '');
  const plan = async (): Promise<void> => {
    if (await run(() => answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/timetables', { params: { path }, body: asked })), t('form.done'))) close();
  };
  return (
    <section className="card stack no-print" aria-label={t('form.title')}>
      <h2>{t('form.title')}</h2>
      {asked.days.map((day, index) => (
        <fieldset key={index} className="stack-s timetable-day">
          <legend>{t('form.day', { number: index + 1 })}</legend>
          <div className="row">
            <label className="stack-s"><span>{t('form.date')}</span><Input type="date" value={day.day} onChange={(event) => setDay(index, { day: event.target.value })} /></label>
            {asked.days.length > 1 && <Button aria-label={t('form.removeDayOf', { number: index + 1 })} onClick={() => setAsked({ ...asked, days: asked.days.filter((_, at) => at !== index) })}>{t('form.remove')}</Button>}
          </div>
          {day.blocks.map((block, at) => (
            <div key={at} className="row">
              <label className="row"><span>{t('form.from')}</span><Input type="time" value={clock(block.from)} onChange={(event) => setBlock(index, at, { from: minutes(event.target.value) })} /></label>
              <label className="row"><span>{t('form.to')}</span><Input type="time" value={clock(block.to)} onChange={(event) => setBlock(index, at, { to: minutes(event.target.value) })} /></label>
              {day.blocks.length > 1 && <Button aria-label={t('form.removeBlockOf', { number: at + 1, day: index + 1 })} onClick={() => setDay(index, { blocks: day.blocks.filter((_, place) => place !== at) })}>{t('form.remove')}</Button>}
            </div>
          ))}
          <div><Button onClick={() => setDay(index, { blocks: [...day.blocks, AFTERNOON] })}>{t('form.addBlock')}</Button></div>
        </fieldset>
      ))}
      <div><Button onClick={() => setAsked({ ...asked, days: [...asked.days, { day: '', blocks: [MORNING, AFTERNOON] }] })}>{t('form.addDay')}</Button></div>
      <div className="row gate-numbers">
        {(['length', 'cycle', 'gap', 'travel'] as const).map((key) => (
          <label key={key} className="stack-s"><span>{t(`form.${key}`)}</span><InputNumber min={key === 'length' || key === 'cycle' ? 1 : 0} max={480} value={asked[key]} onChange={(next) => next !== null && setAsked({ ...asked, [key]: next })} /></label>
        ))}
      </div>
      {asked.rooms.map((room) => (
        <div key={room.panelId} className="row">
          <strong className="timetable-panel">{panels.find((panel) => panel.id === room.panelId)?.name}</strong>
          <label className="row"><span>{t('form.room')}</span><Input value={room.room} maxLength={60} onChange={(event) => setRoom(room.panelId, { room: event.target.value })} /></label>
          <label className="row"><span>{t('form.place')}</span><Input value={room.place} maxLength={60} onChange={(event) => setRoom(room.panelId, { place: event.target.value })} /></label>
        </div>
      ))}
      {keepable && <Checkbox checked={asked.keep} onChange={(event) => setAsked({ ...asked, keep: event.target.checked })}>{t('form.keep')}</Checkbox>}
      <p className="quiet small">{t('form.always')}</p>
      <div className="row"><Button type="primary" size="large" loading={busy} disabled={!ready} onClick={() => void plan()}>{t('form.verb')}</Button><Button size="large" onClick={close}>{t('shell:cancel')}</Button></div>
    </section>
  );
}
