import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

const OUTCOMES = ['noAction', 'talkedTo', 'reviewed', 'reopened', 'sheetsVoid'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** A person's answer to a question: what was done, and why. What was typed stays until the server has it. */
export function AnswerQuestion({ send, outcomes = OUTCOMES }: { send: (body: { outcome: Outcome; answer: string }) => Promise<boolean>; outcomes?: readonly Outcome[] }) {
  const { t } = useTranslation('secretariat');
  const id = useId();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(outcomes[0] ?? 'noAction');
  const [text, setText] = useState('');
  if (!open) return <div><Button onClick={() => setOpen(true)}>{t('screens.answer')}</Button></div>;
  return (
    <div className="stack-s">
      <label htmlFor={`${id}-outcome`}>{t('screens.outcomeLabel')}</label>
      <Select<Outcome> id={`${id}-outcome`} value={outcome} onChange={setOutcome} options={outcomes.map((value) => ({ value, label: t(`screens.outcome.${value}`) }))} style={{ maxWidth: 320 }} />
      <label htmlFor={`${id}-answer`}>{t('screens.answerLabel')}</label>
      <Input.TextArea id={`${id}-answer`} rows={2} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="row"><Button type="primary" disabled={text.trim().length < 5} onClick={() => void send({ outcome, answer: text.trim() })}>{t('screens.send')}</Button><Button onClick={() => setOpen(false)}>{t('shell:cancel')}</Button></div>
    </div>
  );
}
