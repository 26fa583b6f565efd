import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useConfirm } from '../../../confirm/useConfirm.js';
import { showMoment } from '../../../i18n/time.js';
import { may, useMe } from '../../../session/session.js';
import { Failure } from '../../../status/Failure.js';
import { Loaded } from '../../../status/Loaded.js';
import { StateTag } from '../../../status/StateTag.js';
import { useNarrow } from '../../../theme/useDark.js';
import { FINDING_KEYS, SIMILARITY_TONES, type SimilarityView } from './findings-data.js';
import { PassageText } from './PassageText.js';

/** Two works side by side, with what they have in common marked, and a human's word on it. */
export function PairDrawer({ id, close }: { id: string | undefined; close: () => void }) {
  const { t } = useTranslation('findings');
  const narrow = useNarrow();
  const pair = useQuery({
    queryKey: ['findings', 'pair', id],
    queryFn: () => answer(api.GET('/api/findings/similar/{id}', { params: { path: { id: id! } } })),
    enabled: id !== undefined,
  });
  return (
    <Drawer open={id !== undefined} onClose={close} size={narrow ? '100%' : 1040} title={t('pair.title')} destroyOnHidden>
      {id && <Loaded query={pair}>{(found) => <Pair pair={found} />}</Loaded>}
    </Drawer>
  );
}

function Pair({ pair }: { pair: SimilarityView }) {
  const { t } = useTranslation('findings');
  return (
    <div className="stack">
      <span className="row">
        <strong>{t('pair.score', { what: t(`likeKind.${pair.kind}`), value: (pair.score / 10).toFixed(0) })}</strong>
        <StateTag state="" tone={SIMILARITY_TONES[pair.state]} word={t(`likeState.${pair.state}`)} />
      </span>
      {pair.relation === 'continuation' && <p className="note">{t('pair.continuation', { years: pair.earlierYears.join(t('listComma')) || t('pair.sameYear') })}</p>}
      <div className="side-by-side">
        <Work work={pair.work} materialId={pair.materialId} />
        <Work work={pair.other} materialId={pair.otherMaterialId} />
      </div>
      {pair.passages.length > 0 && (
        <section className="stack-s" aria-labelledby="passages">
          <h2 id="passages">{t('pair.passages', { count: pair.passages.length })}</h2>
          <ol className="plain stack-s">
            {pair.passages.map((passage, index) => (
              <li key={index} className="side-by-side shared">
                <div><span className="small quiet block">{t(`part.${passage.part}`)} · {t('pair.characters', { count: passage.length })}</span><PassageText passage={passage.here} /></div>
                <div><span className="small quiet block">{t(`part.${passage.otherPart}`)}</span><PassageText passage={passage.there} /></div>
              </li>
            ))}
          </ol>
        </section>
      )}
      <Decision pair={pair} />
    </div>
  );
}

function Work({ work, materialId }: { work: SimilarityView['work']; materialId: string | null }) {
  const { t } = useTranslation('findings');
  return (
    <section className="item">
      <h2><Link to={`/entries/${work.id}`}>{work.title}</Link></h2>
      <span className="small quiet">{[work.editionName, work.entryNo, work.schoolName].filter(Boolean).join(' · ')}</span>
      <span><StateTag state={work.state} /></span>
      {materialId && (
        <a href={`/api/entries/${work.id}/materials/${materialId}/file`} target="_blank" rel="noreferrer">
          <img className="compared" src={`/api/entries/${work.id}/materials/${materialId}/preview`} alt={t('pair.picture', { title: work.title })} />
        </a>
      )}
    </section>
  );
}

function Decision({ pair }: { pair: SimilarityView }) {
  const { t } = useTranslation('findings');
  const me = useMe();
  const ask = useConfirm();
  const client = useQueryClient();
  const { message } = App.useApp();
  const decide = useMutation({
    mutationFn: (body: Schemas['SimilarityDecision']) => answer(api.POST('/api/findings/similar/{id}/decision', { params: { path: { id: pair.id } }, body })),
    onSuccess: () => {
      void message.success(t('decided', { count: 1 }));
      for (const key of FINDING_KEYS) void client.invalidateQueries({ queryKey: [...key] });
    },
  });
  const say = async (decision: 'cleared' | 'concern'): Promise<void> => {
    const sure = await ask({ title: t(`decide.${decision}Title`), effects: [t(`decide.${decision}Effect`)], verb: t(`decide.${decision}`), reason: 'required', reasonLabel: t('decide.note') });
    if (sure) decide.mutate({ decision, note: sure.reason });
  };
  return (
    <section className="card stack-s" aria-labelledby="pair-decision">
      <h2 id="pair-decision">{t('pair.decision')}</h2>
      {pair.decidedAt ? <p>{pair.note} <span className="small quiet block">{pair.decidedBy} · {showMoment(pair.decidedAt)}</span></p> : <p className="quiet">{t('pair.undecided')}</p>}
      {decide.isError && <Failure error={decide.error} />}
      {may(me, 'finding.decide') && pair.state !== 'gone' && (
        <div className="row">
          <button type="button" className="btn" disabled={decide.isPending} onClick={() => void say('cleared')}>{t('decide.cleared')}</button>
          <button type="button" className="btn" disabled={decide.isPending} onClick={() => void say('concern')}>{t('decide.concern')}</button>
        </div>
      )}
    </section>
  );
}
