import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { words } from '../entries/form/words.js';
import { criteriaOf, CriteriaInputs } from '../judge/CriteriaInputs.js';
import { useAct } from './useAct.js';

/** A known work with the scores of the committee and the reason of each. */
export function KnownWork({ sheetRules, path, close }: { sheetRules: Record<string, unknown>; path: { editionId: string; stageKey: string }; close: () => void }) {
  const { t } = useTranslation('training');
  const { busy, run } = useAct();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [reference, setReference] = useState<Record<string, string>>({});
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const criteria = criteriaOf(sheetRules);
  const ready = title.trim() !== '' && text.trim() !== '' && criteria.every((criterion) => reference[criterion.key] !== undefined);
  const add = async (): Promise<void> => {
    const body = { title: title.trim(), text: text.trim(), reference, reasons };
    if (await run(() => answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/training/entries', { params: { path }, body })), t('works.added'))) close();
  };
  return (
    <Modal open width={720} mask={{ closable: false }} title={t('works.addTitle')} okText={t('works.add')} cancelText={t('shell:cancel')} okButtonProps={{ disabled: !ready, loading: busy }} onOk={() => void add()} onCancel={close}>
      <div className="stack">
        <label className="stack-s"><span>{t('works.name')}</span><Input value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} /></label>
        <label className="stack-s"><span>{t('works.text')}</span><Input.TextArea autoSize={{ minRows: 5, maxRows: 14 }} maxLength={20_000} value={text} onChange={(event) => setText(event.target.value)} /></label>
        <p className="quiet small">{t('works.textHint')}</p>
        <CriteriaInputs prefix="k" criteria={criteria} values={reference} change={setReference} />
        {criteria.map((criterion) => (
          <label key={criterion.key} className="stack-s"><span>{t('works.why', { criterion: words(criterion.label) || criterion.key })}</span><Input maxLength={500} value={reasons[criterion.key] ?? ''} onChange={(event) => setReasons({ ...reasons, [criterion.key]: event.target.value })} /></label>
        ))}
      </div>
    </Modal>
  );
}
