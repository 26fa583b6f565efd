import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { ProblemList } from '../../forms/ProblemList.js';
import { TextField } from '../../forms/plain.js';
import { fieldId, ownProblems, useProblems } from '../../forms/problems.js';

type Consent = Schemas['ConsentPage'];
type Decision = Schemas['ConsentDecision']['decision'];
type Relation = Schemas['ConsentDecision']['relation'];

/** The guardian's answer: agree or refuse, and later withdraw. A refusal or withdrawal says first what follows. */
export function ConsentForm({ consent, token, decided }: { consent: Consent; token: string; decided: (next: Consent) => void }) {
  const { t } = useTranslation('guardian');
  const problems = useProblems();
  const [guardianName, setName] = useState('');
  const [relation, setRelation] = useState<Relation>();
  const [read, setRead] = useState(false);
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState<'refused' | 'withdrawn'>();
  const decide = useMutation({
    mutationFn: (decision: Decision) =>
      answer(
        api.POST('/api/public/consents/{token}', {
          params: { path: { token } },
          body: { decision, guardianName: guardianName.trim(), relation: relation!, textVersion: consent.text.version, ...(reason.trim() && { reason: reason.trim() }) },
        }),
      ),
    onSuccess: (next) => {
      setAsking(undefined);
      decided(next);
      window.scrollTo({ top: 0 });
    },
    onError: problems.take,
  });

  if (consent.state !== 'open' && consent.state !== 'granted') return null;
  const granted = consent.state === 'granted';
  const complete = (needsRead: boolean): boolean => {
    const missing = [
      ...(guardianName.trim() === '' ? [{ code: 'MISSING', path: 'guardianName', message: t('missing.name') }] : []),
      ...(relation === undefined ? [{ code: 'MISSING', path: 'relation', message: t('missing.relation') }] : []),
      ...(needsRead && !read ? [{ code: 'MISSING', path: 'read', message: t('missing.read') }] : []),
    ];
    if (missing.length === 0) {
      problems.clear();
      return true;
    }
    problems.take(ownProblems(t('missing.title'), missing));
    return false;
  };

  return (
    <section className="card stack no-print" aria-labelledby="answer">
      <h2 id="answer">{t(granted ? 'withdraw.title' : 'answer')}</h2>
      {granted && <p>{t('withdraw.about')}</p>}
      <ProblemList error={problems.error} />
      <TextField path="guardianName" label={t('name')} autoComplete="name" required problems={problems} value={guardianName} onChange={(event) => setName(event.target.value)} />
      <div className="field" role="group" aria-labelledby="relation-label" id={fieldId('relation')} tabIndex={-1}>
        <span className="label" id="relation-label">{t('relation')} <span className="must">*</span></span>
        <div className="choices">
          {(['father', 'mother', 'guardian'] as const).map((one) => (
            <label key={one} className="choice">
              <input type="radio" name="relation" checked={relation === one} onChange={() => setRelation(one)} />
              {t(`relations.${one}`)}
            </label>
          ))}
        </div>
        {problems.at('relation') && <p className="wrong"><span aria-hidden="true">!</span>{problems.at('relation')}</p>}
      </div>
      {!granted && (
        <div className="field">
          <label className="check">
            <input type="checkbox" id={fieldId('read')} checked={read} onChange={(event) => setRead(event.target.checked)} />
            <span>{t('read', { name: consent.studentName })}</span>
          </label>
          {problems.at('read') && <p className="wrong"><span aria-hidden="true">!</span>{problems.at('read')}</p>}
        </div>
      )}
      {asking ? (
        <div className="note needs stack-s" role="alert">
          <p>{t(asking === 'refused' ? 'refuse.effect' : 'withdraw.effect', { name: consent.studentName })}</p>
          <div className="field">
            <label htmlFor={fieldId('reason')}>{t('reason')}</label>
            <textarea id={fieldId('reason')} rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </div>
          <div className="row">
            <button type="button" className="btn" disabled={decide.isPending} onClick={() => decide.mutate(asking)}>{t(asking === 'refused' ? 'refuse.sure' : 'withdraw.sure')}</button>
            <button type="button" className="btn bare" onClick={() => setAsking(undefined)}>{t('shell:cancel')}</button>
          </div>
        </div>
      ) : granted ? (
        <button type="button" className="btn wide" onClick={() => complete(false) && setAsking('withdrawn')}>{t('withdraw.verb')}</button>
      ) : (
        <div className="answers">
          <button type="button" className="btn" disabled={decide.isPending} onClick={() => complete(true) && decide.mutate('granted')}>{t('agree')}</button>
          <button type="button" className="btn" onClick={() => complete(false) && setAsking('refused')}>{t('refuse.verb')}</button>
        </div>
      )}
    </section>
  );
}
