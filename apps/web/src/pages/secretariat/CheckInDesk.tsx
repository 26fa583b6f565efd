import { Button, Input } from 'antd';
import { useRef, useState, type ComponentRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { showMinute } from '../../i18n/time.js';
import { stagePath, type Edition } from './secretariat-data.js';

/** At the door: a scanner types the ticket and Enter, or somebody does. The answer is a room and a time, large. */
export function CheckInDesk({ edition, stageKey }: { edition: Edition; stageKey: string }) {
  const { t } = useTranslation('timetable');
  const field = useRef<ComponentRef<typeof Input>>(null);
  const [ticket, setTicket] = useState('');
  const [shown, setShown] = useState<Schemas['CheckedIn']>();
  const [fault, setFault] = useState('');
  const send = async (): Promise<void> => {
    if (ticket.trim() === '') return;
    try {
      setShown(await answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/check-ins', { params: { path: stagePath(edition, stageKey) }, body: { ticket: ticket.trim() } })));
      setFault('');
      setTicket('');
    } catch (error) {
      setShown(undefined);
      setFault(asApiError(error).message);
    }
    field.current?.focus();
  };
  return (
    <section className="card stack no-print" aria-label={t('door.title')}>
      <h2>{t('door.title')}</h2>
      <div className="row">
        <label htmlFor="door-ticket">{t('door.ticket')}</label>
        <Input id="door-ticket" ref={field} size="large" className="door-ticket tnum" value={ticket} maxLength={20} autoComplete="off" onChange={(event) => setTicket(event.target.value)} onPressEnter={() => void send()} />
        <Button size="large" onClick={() => void send()}>{t('door.verb')}</Button>
      </div>
      <p className="quiet small">{t('door.hint')}</p>
      <div aria-live="assertive">
        {shown && <p className={`note ${shown.again ? 'needs' : 'good'}`}><strong className="door-answer tnum">{shown.room} · {showMinute(shown.startsAt)}</strong> <span>{shown.panel} · {t(shown.again ? 'door.again' : 'door.done', { ticket: shown.ticket, time: showMinute(shown.arrivedAt) })}</span></p>}
        {fault && <p className="note bad">{fault}</p>}
      </div>
    </section>
  );
}
