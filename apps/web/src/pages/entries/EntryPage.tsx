import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { hasRole, useMe } from '../../session/session.js';
import { Failure } from '../../status/Failure.js';
import { Loaded } from '../../status/Loaded.js';
import { StateWithNext } from '../../status/StateTag.js';
import { CheckNotes } from './CheckNotes.js';
import { EntryFacts } from './EntryFacts.js';
import { EntryHistory } from './EntryHistory.js';
import { EntryTools } from './EntryTools.js';
import { PrintedFormPanel } from './PrintedFormPanel.js';
import { receiptOf, unitInCharge, useEntry, useEntryAct, type EntryView } from './entry-data.js';
import { typeOf, useEditionRules } from './entry-rules.js';
import { resultIsOut } from './own-entries.js';
import { SubstituteCall } from './SubstituteCall.js';
import { useSubstituteLine } from './substitute-line.js';
import './wizard.css';

/** An entry after (or beside) the filling in: where it is, who has it, what happened, what may be done. */
export function EntryPage() {
  const { id = '' } = useParams();
  return <Loaded query={useEntry(id)} lines={8}>{(entry) => <Overview entry={entry} />}</Loaded>;
}

function Overview({ entry }: { entry: EntryView }) {
  const { t } = useTranslation(['entries', 'substitute']);
  const me = useMe();
  const [params] = useSearchParams();
  const ask = useConfirm();
  const rules = useEditionRules(entry.editionId);
  const withdraw = useEntryAct(entry.id, (reason: string) =>
    answer(api.POST('/api/entries/{id}/withdraw', { params: { path: { id: entry.id } }, body: { version: entry.version, reason } })));
  const type = rules.data && typeOf(rules.data, entry.type);
  const editable = entry.may.includes('edit');
  const stamped = type?.materials.some((slot) => slot.printedForm !== undefined) ?? false;
  const prepares = hasRole(me, 'coach', 'school_admin') && entry.state !== 'withdrawn';
  const { call } = useSubstituteLine(entry);
  const until = call?.answerBy ?? (entry.state === 'returned' && entry.fixBy ? entry.fixBy : entry.deadline?.closesAt);

  const askWithdraw = async (): Promise<void> => {
    const effects = [t('withdraw.effect.out'), t(entry.state === 'draft' ? 'withdraw.effect.draft' : 'withdraw.effect.place'), t('withdraw.effect.final')];
    const agreed = await ask({ title: t('withdraw.title', { title: entry.title || t('untitled') }), effects, verb: t('withdraw.verb'), danger: true, reason: 'required' });
    if (agreed) withdraw.mutate(agreed.reason);
  };

  return (
    <Page
      where={[{ label: t('title'), to: '/entries' }, { label: entry.editionName }]}
      title={entry.title || t('untitled')}
      state={call ? <StateWithNext state={entry.state} next={t('substitute:offered')} until={until} /> : <StateWithNext state={entry.state} who={unitInCharge(entry)} until={until} />}
      until={until}
      untilLabel={t(call ? 'substitute:until' : entry.state === 'returned' ? 'wizard.fixBy' : entry.state === 'draft' ? 'wizard.deadline' : 'overview.decidedBy')}
      actions={
        <>
          {editable && <Link className="btn primary" to={`/entries/${entry.id}/edit/${entry.state === 'returned' ? 'review' : 'project'}`}>{t(entry.state === 'returned' ? 'overview.fix' : 'overview.continue')}</Link>}
          {resultIsOut(entry.state) && <Link className="btn primary" to="/results">{t('overview.result')}</Link>}
          {entry.may.includes('withdraw') && <button type="button" className="btn" disabled={withdraw.isPending} onClick={() => void askWithdraw()}>{t('withdraw.verb')}</button>}
        </>
      }
    >
      <div className="stack">
        {params.get('received') && entry.submittedAt && (
          <div className="note good" role="status">
            <strong>✓ {t('received.title')}</strong>
            <p className="receipt">{receiptOf(entry)}</p>
            <p>{t('received.text', { time: showMoment(entry.submittedAt), school: entry.schoolName })}</p>
          </div>
        )}
        <SubstituteCall entry={entry} />
        {withdraw.isError && <Failure error={withdraw.error} />}
        {entry.state === 'returned' && entry.returnReason && (
          <div className="note needs">
            <strong>{t('returnedBecause')}</strong>
            <p style={{ whiteSpace: 'pre-wrap' }}>{entry.returnReason}</p>
          </div>
        )}
        <div className="overview">
          <section className="stack-s" aria-labelledby="facts">
            <h2 id="facts">{t('overview.facts')}</h2>
            {rules.data && type ? <EntryFacts entry={entry} rules={rules.data} type={type} /> : <Loaded query={rules}>{() => null}</Loaded>}
          </section>
          <div className="stack">
            {!editable && <CheckNotes entry={entry} />}
            {stamped && <section className="card" aria-label={t('printed.title')}><PrintedFormPanel entry={entry} mayPrint={editable} /></section>}
            <section className="card stack-s" aria-labelledby="history">
              <h2 id="history">{t('history.title')}</h2>
              <EntryHistory id={entry.id} version={entry.version} />
            </section>
            {prepares && <EntryTools entry={entry} />}
          </div>
        </div>
      </div>
    </Page>
  );
}
