import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { showMoment } from '../../i18n/time.js';
import { Loaded } from '../../status/Loaded.js';
import { stagePath, type Edition } from './secretariat-data.js';
import { useAct } from './useAct.js';

type Held = Schemas['HeldComment'];

/** Comments that name somebody: nobody else reads them before a person has decided. Nothing is drawn where there are none. */
export function HeldComments({ edition, stageKey, all, manages }: { edition: Edition; stageKey: string; all: boolean; manages: boolean }) {
  const { t } = useTranslation('secretariat');
  const { run } = useAct();
  const comments = useQuery({
    queryKey: ['held-comments', edition.id, stageKey, all], refetchInterval: 15_000,
    queryFn: () => answer(api.GET('/api/judging/editions/{editionId}/stages/{stageKey}/held-comments', { params: { path: stagePath(edition, stageKey), query: { size: 100, ...(!all && { open: true }) } } })),
  });
  return (
    <Loaded query={comments} lines={2}>
      {({ rows, total }) =>
        rows.length > 0 && (
          <section className="stack">
            <h2>{t('held.title', { count: total })}</h2>
            <p className="quiet" style={{ margin: 0 }}>{t('held.why')}</p>
            <ul className="plain stack">
              {rows.map((held) => (
                <li key={held.id} className="card stack-s">
                  <strong>{t(`held.part.${held.part}`, { code: held.code, judge: held.judge })}</strong>
                  <blockquote className="note" style={{ margin: 0, whiteSpace: 'pre-wrap' }}>{held.comment}</blockquote>
                  <span>{t('held.found')}{held.words.map((word) => <mark key={word} style={{ marginInlineEnd: 8 }}>{word}</mark>)}</span>
                  <span className="quiet small">{[held.panel, showMoment(held.checkedAt)].join(' · ')}</span>
                  {!held.newest && <p className="quiet" style={{ margin: 0 }}>{t('held.older')}</p>}
                  {held.reason !== null && <p className="note good">{t(`held.state.${held.state}`)}：{held.reason} <span className="quiet small">{held.decidedBy} {held.decidedAt && showMoment(held.decidedAt)}</span></p>}
                  {held.state === 'held' && manages && <Decide held={held} send={(body) => run(() => answer(api.POST('/api/judging/held-comments/{id}/decision', { params: { path: { id: held.id } }, body })), t('held.done'))} />}
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Loaded>
  );
}

function Decide({ held, send }: { held: Held; send: (body: Schemas['CommentDecision']) => Promise<boolean> }) {
  const { t } = useTranslation('secretariat');
  const id = useId();
  const [reason, setReason] = useState('');
  const ready = reason.trim().length >= 2;
  return (
    <div className="stack-s">
      <label htmlFor={id}>{t('held.reason')}</label>
      <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      <div className="row">
        <Button disabled={!ready} aria-label={t('held.withholdOf', { code: held.code })} onClick={() => void send({ decision: 'withheld', reason: reason.trim() })}>{t('held.withhold')}</Button>
        <Button disabled={!ready} aria-label={t('held.releaseOf', { code: held.code })} onClick={() => void send({ decision: 'released', reason: reason.trim() })}>{t('held.release')}</Button>
      </div>
    </div>
  );
}
