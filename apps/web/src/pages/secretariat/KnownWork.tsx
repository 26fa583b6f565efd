import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { UploadField } from '../../uploads/UploadField.js';
import { words } from '../entries/form/words.js';
import { criteriaOf, CriteriaInputs } from '../judge/CriteriaInputs.js';
import { useAct } from './useAct.js';

/** A known work with the scores of the committee and the reason of each. */
export function KnownWork({ sheets, path, close }: { sheets: Schemas['TrainingSheet'][]; path: { editionId: string; stageKey: string }; close: () => void }) {
  const { t } = useTranslation('training');
  const { busy, run } = useAct();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [reference, setReference] = useState<Record<string, string>>({});
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [files, setFiles] = useState<{ id: string; name: string }[]>([]);
  const [sheet, setSheet] = useState(sheets[0]?.name);
  const criteria = criteriaOf(sheets.find((one) => one.name === sheet)?.rules ?? {});
  const ready = title.trim() !== '' && text.trim() !== '' && criteria.every((criterion) => reference[criterion.key] !== undefined);
  // What was typed for another sheet stays in its fields, and is not sent.
  const only = (typed: Record<string, string>): Record<string, string> => Object.fromEntries(criteria.flatMap(({ key }) => (typed[key] === undefined ? [] : [[key, typed[key]]])));
  const add = async (): Promise<void> => {
    const body = { title: title.trim(), text: text.trim(), sheet, fileIds: files.map(({ id }) => id), reference: only(reference), reasons: only(reasons) };
    if (await run(() => answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/training/entries', { params: { path }, body })), t('works.added'))) close();
  };
  return (
    <Modal open width={720} mask={{ closable: false }} title={t('works.addTitle')} okText={t('works.add')} cancelText={t('shell:cancel')} okButtonProps={{ disabled: !ready, loading: busy }} onOk={() => void add()} onCancel={close}>
      <div className="stack">
        <label className="stack-s"><span>{t('works.name')}</span><Input value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} /></label>
        <label className="stack-s"><span>{t('works.text')}</span><Input.TextArea autoSize={{ minRows: 5, maxRows: 14 }} maxLength={20_000} value={text} onChange={(event) => setText(event.target.value)} /></label>
        <p className="quiet small">{t('works.textHint')}</p>
        {files.length < 10 && <UploadField key={files.length} label={t('works.addFile')} hint={t('works.fileHint')} accept=".pdf,.jpg,.jpeg,.png,.mp4" maxBytes={100_000_000} metadata={{ purpose: 'training', editionId: path.editionId }} onDone={(id, file) => setFiles((before) => [...before, { id, name: file.name }])} />}
        {files.length > 0 && (
          <ul className="plain stack-s">
            {files.map((file) => <li key={file.id} className="row between"><span>{file.name}</span><Button aria-label={t('works.dropFileOf', { name: file.name })} onClick={() => setFiles(files.filter(({ id }) => id !== file.id))}>{t('works.dropFile')}</Button></li>)}
          </ul>
        )}
        {sheets.length > 1 && (
          <label className="stack-s"><span>{t('works.sheet')}</span><Select value={sheet} options={sheets.map(({ name, label }) => ({ value: name, label }))} onChange={setSheet} /></label>
        )}
        <CriteriaInputs prefix="k" criteria={criteria} values={reference} change={setReference} />
        {criteria.map((criterion) => (
          <label key={criterion.key} className="stack-s"><span>{t('works.why', { criterion: words(criterion.label) || criterion.key })}</span><Input maxLength={500} value={reasons[criterion.key] ?? ''} onChange={(event) => setReasons({ ...reasons, [criterion.key]: event.target.value })} /></label>
        ))}
      </div>
    </Modal>
  );
}
