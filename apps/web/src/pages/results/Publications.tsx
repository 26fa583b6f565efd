import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { showMoment } from '../../i18n/time.js';
import { may, useMe } from '../../session/session.js';
import { Deadline } from '../../status/Deadline.js';
import { Loaded } from '../../status/Loaded.js';
import { StateTag } from '../../status/StateTag.js';
import { useAct } from '../secretariat/useAct.js';
import { NothingYet } from './NothingYet.js';

type Edition = Schemas['EditionView'];

/** What has been posted, its notice, and its confirmation; anybody who may verify can have it worked out again. */
export function Publications({ edition }: { edition: Edition }) {
  const { t } = useTranslation('results');
  const me = useMe();
  const ask = useConfirm();
  const { message } = App.useApp();
  const { busy, run } = useAct();
  const publications = useQuery({ queryKey: ['publications', edition.id], queryFn: () => answer(api.GET('/api/results/editions/{editionId}/publications', { params: { path: { editionId: edition.id } } })) });
  const confirm = async (publication: Schemas['PublicationView']): Promise<void> => {
    const sure = await ask({ title: t('confirm.title'), effects: [t('confirm.effect', { count: publication.rows })], verb: t('confirm.verb') });
    if (sure) await run(() => answer(api.POST('/api/results/publications/{id}/confirm', { params: { path: { id: publication.id } } })), t('confirm.done'));
  };
  const recompute = (publication: Schemas['PublicationView']): Promise<boolean> =>
    run(async () => {
      const found = await answer(api.GET('/api/results/publications/{id}/recomputation', { params: { path: { id: publication.id } } }));
      if (found.same && found.rowsIntact && found.mismatches === 0) void message.success(t('recompute.same', { count: found.rows }), 6);
      else void message.error(t('recompute.differs', { count: found.mismatches }), 12);
    });
  return (
    <section className="stack-s" aria-label={t('publications')}>
      <h2>{t('publications')}</h2>
      <Loaded query={publications} lines={2}>
        {(list) =>
          list.length === 0 ? <NothingYet title={t('noPublications')} how={t('noPublicationsHow')} /> : (
            <ul className="plain stack-s">
              {list.map((publication) => (
                <li key={publication.id} className="card row between">
                  <span className="stack-s" style={{ gap: 2 }}>
                    <strong>{t(`kind.${publication.kind}`)} · {t('version', { version: publication.version })}</strong>
                    <span className="quiet small">{t('postedRows', { time: showMoment(publication.postedAt), count: publication.rows })}</span>
                    <span className="quiet small digest">{t('digest', { digest: publication.digest.slice(0, 16) })}</span>
                    {publication.correction && <span className="small">{t('correction', { reason: publication.correction })}</span>}
                  </span>
                  <span className="row">
                    <StateTag state={publication.state} word={t(`publicationState.${publication.state}`)} tone={publication.state === 'confirmed' ? 'good' : 'going'} />
                    {publication.state === 'in_notice' && !publication.noticeOver && <Deadline at={publication.noticeClosesAt} label={t('noticeCloses')} />}
                    <Link className="btn" to={`/published/${edition.id}?kind=${publication.kind}`}>{t('publicList')}</Link>
                    {may(me, 'results.verify') && <Button loading={busy} onClick={() => void recompute(publication)}>{t('recompute.verb')}</Button>}
                    {publication.state === 'in_notice' && publication.noticeOver && may(me, 'results.publish') && <Button type="primary" size="large" onClick={() => void confirm(publication)}>{t('confirm.verb')}</Button>}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
