import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { showDay, showMinute } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import './results.css';

/** Where and when one's own entries are heard, and the ticket for the door. */
export function OwnInterviews() {
  const { t } = useTranslation('timetable');
  const interviews = useQuery({ queryKey: ['interviews', 'mine'], queryFn: () => answer(api.GET('/api/interviews/mine')) });
  return (
    <Page title={t('own.title')} asked={t('own.asked')} width="narrow">
      <Loaded query={interviews} lines={6}>
        {(rows) => (rows.length === 0 ? <Empty title={t('own.none')} how={t('own.noneHow')} /> : <div className="stack">{rows.map((row) => <OwnInterview key={row.entryId + row.startsAt} interview={row} />)}</div>)}
      </Loaded>
    </Page>
  );
}

function OwnInterview({ interview }: { interview: Schemas['OwnInterview'] }) {
  const { t } = useTranslation('timetable');
  const picture = useQuery({
    queryKey: ['ticket', interview.ticket],
    queryFn: async () => (await import('qrcode')).default.toDataURL(interview.ticket, { width: 200, margin: 2 }),
    staleTime: Infinity,
  });
  return (
    <article className="card stack own-interview">
      <p className="quiet small">{interview.editionName} · {interview.stageLabel}</p>
      <h2>{interview.title}</h2>
      {interview.callBack && <p className="note needs">{t('own.callBack')}</p>}
      <p className="own-award tnum">{showDay(interview.startsAt)} {showMinute(interview.startsAt)}–{showMinute(interview.endsAt)}</p>
      <p>{t('own.where', { place: interview.place, room: interview.room })}</p>
      {interview.arrivedAt ? <p className="note good">{t('own.arrived', { time: showMinute(interview.arrivedAt) })}</p> : (
        <div className="stack-s">
          <p>{t('own.ticket')} <strong className="tnum">{interview.ticket}</strong></p>
          {picture.data && <img src={picture.data} width={200} height={200} alt={t('own.qr', { ticket: interview.ticket })} />}
        </div>
      )}
    </article>
  );
}
