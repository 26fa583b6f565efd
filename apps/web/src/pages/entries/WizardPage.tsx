import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { serverNow } from '../../api/server-clock.js';
import { FoundWork } from '../../drafts/FoundWork.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { useMe } from '../../session/session.js';
import { Deadline } from '../../status/Deadline.js';
import { Loaded } from '../../status/Loaded.js';
import { SaveState } from '../../status/SaveState.js';
import { StateTag } from '../../status/StateTag.js';
import { ConflictDialog } from './ConflictDialog.js';
import { useEntry, useEntryCheck, type EntryView } from './entry-data.js';
import { typeOf, useEditionRules, type EditionRules, type EntryTypeRules } from './entry-rules.js';
import { words } from './form/words.js';
import { MissingList } from './MissingList.js';
import { ownProblems } from './own-checks.js';
import { Saving, useOverallSaving, useTellSaving } from './saving.js';
import { CoachesStep } from './steps/CoachesStep.js';
import { ConsentsStep } from './steps/ConsentsStep.js';
import { ContentStep } from './steps/ContentStep.js';
import { MaterialsStep } from './steps/MaterialsStep.js';
import { MembersStep } from './steps/MembersStep.js';
import { ProjectStep } from './steps/ProjectStep.js';
import { ReviewStep } from './steps/ReviewStep.js';
import type { StepProps } from './steps/step-props.js';
import { usePassed } from './usePassed.js';
import { useOpenPoints } from './useOpenPoints.js';
import { useEntryDraft } from './useEntryDraft.js';
import { isStep, stepName, stepsOf, STEPS, type Step } from './wizard-steps.js';
import { WizardSteps } from './WizardSteps.js';
import './wizard.css';

/** The calendar day where the contest is held. */
const dayOf = (now: Date): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** The way from an empty draft to a submitted entry. */
export function WizardPage() {
  const { id = '', step } = useParams();
  const entry = useEntry(id);
  const rules = useEditionRules(entry.data?.editionId);
  if (!isStep(step)) return <Navigate to={`/entries/${id}/edit/project`} replace />;
  return (
    <Loaded query={entry} lines={10}>
      {(loaded) => (
        <Loaded query={rules} lines={10}>
          {(document) => {
            const type = typeOf(document, loaded.type);
            if (type && !stepsOf(type).includes(step)) return <Navigate to={`/entries/${id}/edit/project`} replace />;
            return type ? (
              <Saving>
                <Wizard key={loaded.id} entry={loaded} rules={document} type={type} step={step} />
              </Saving>
            ) : null;
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function Wizard({ entry, rules, type, step }: { entry: EntryView; rules: EditionRules; type: EntryTypeRules; step: Step }) {
  const { t } = useTranslation('entries');
  const me = useMe();
  const draft = useEntryDraft(entry, me.id);
  const check = useEntryCheck(entry.id, entry.version);
  useTellSaving(draft.autosave.state);
  const saving = useOverallSaving();
  const [seen, setSeen] = useState<ReadonlySet<Step>>(() => new Set(entry.state === 'returned' ? STEPS : []));
  useEffect(() => () => setSeen((old) => new Set([...old, step])), [step]);
  const { members, coaches } = entry;
  const typed = useMemo(
    () => ownProblems({ ...draft.content, members, coaches, today: dayOf(serverNow()) }, type, rules, (key, params) => t(key, params ?? {})),
    [draft.content, members, coaches, type, rules, t],
  );
  const { points, open, wrongAt, wrongUnder, blocking } = useOpenPoints(typed, check.data?.problems, draft.unsaved, seen);
  const hrefOf = (to: Step): string => `/entries/${entry.id}/edit/${to}`;
  const deadline = entry.fixBy && entry.state === 'returned' ? entry.fixBy : (check.data?.deadline ?? entry.deadline)?.closesAt;
  const over = usePassed(deadline);
  const editable = entry.may.includes('edit') && !over;
  const steps = stepsOf(type);
  const at = steps.indexOf(step);
  const props: StepProps = { entry, rules, type, draft, wrongAt, wrongUnder, editable };

  return (
    <Page
      where={[{ label: t('title'), to: '/entries' }, { label: entry.editionName }]}
      title={draft.content.title.trim() || t('untitledOf', { type: words(type.label) })}
      state={<StateTag state={entry.state} />}
      asked={t(entry.state === 'returned' ? 'wizard.askedAgain' : 'wizard.asked', { school: entry.schoolName })}
      actions={<Link className="btn" to={`/entries/${entry.id}`}>{t('wizard.overview')}</Link>}
    >
      {entry.state === 'returned' && entry.returnReason && (
        <div className="note needs">
          <strong>{t('returnedBecause')}</strong>
          <p style={{ whiteSpace: 'pre-wrap' }}>{entry.returnReason}</p>
        </div>
      )}
      <div className="wizard-bar">
        {deadline ? <Deadline at={deadline} label={t(entry.state === 'returned' ? 'wizard.fixBy' : 'wizard.deadline')} /> : <span className="quiet">{t('wizard.noDeadline')}</span>}
        {blocking > 0 && <a className="only-phone" href="#wizard-missing">{t('missing.count', { count: blocking })}</a>}
        {saving.kind === 'idle' ? <span className="save-state tnum">{t('wizard.stored', { time: showMoment(entry.updatedAt) })}</span> : <SaveState state={saving} />}
      </div>
      {editable && (
        <FoundWork
          autosave={draft.autosave}
          onTake={(parts) => draft.restore(parts)}
        />
      )}
      {!editable && <p className={`note ${over ? 'needs' : ''}`}>{t(over ? 'wizard.over' : 'wizard.readOnly')}</p>}
      <div className="wizard">
        <WizardSteps type={type} steps={steps} current={step} open={open} hrefOf={hrefOf} />
        <section aria-labelledby="wizard-step" className="stack">
          <h2 id="wizard-step">{t(stepName(step, type))}</h2>
          {step === 'project' && <ProjectStep {...props} />}
          {step === 'content' && <ContentStep {...props} />}
          {step === 'members' && <MembersStep {...props} />}
          {step === 'coaches' && <CoachesStep {...props} />}
          {step === 'materials' && <MaterialsStep {...props} />}
          {step === 'consents' && <ConsentsStep {...props} />}
          {step === 'review' && <ReviewStep {...props} blocking={blocking} deadline={deadline} capacity={check.data?.capacity ?? null} />}
          <div className="wizard-turn">
            {at > 0 && <Link className="btn" to={hrefOf(steps[at - 1]!)}>{t('wizard.previous', { step: t(stepName(steps[at - 1]!, type)) })}</Link>}
            {at < steps.length - 1 && <Link className="btn primary onwards" to={hrefOf(steps[at + 1]!)}>{t('wizard.next', { step: t(stepName(steps[at + 1]!, type)) })}</Link>}
          </div>
        </section>
        <aside className="wizard-missing" aria-labelledby="wizard-missing">
          <div className="card stack-s">
            <h2 id="wizard-missing">{t('missing.title')}</h2>
            <MissingList points={points} hrefOf={hrefOf} type={type} />
          </div>
        </aside>
      </div>
      <ConflictDialog draft={draft} entry={entry} rules={rules} type={type} />
    </Page>
  );
}
