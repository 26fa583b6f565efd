import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { useConfirm } from '../../../confirm/useConfirm.js';
import { fieldId } from '../../../forms/problems.js';
import { showMoment } from '../../../i18n/time.js';
import { Failure } from '../../../status/Failure.js';
import { UploadField } from '../../../uploads/UploadField.js';
import { useEntryAct, type EntryView, type MaterialView } from '../entry-data.js';
import type { MaterialSlot } from '../entry-rules.js';
import { FilePicture } from '../FilePicture.js';
import { conditionValues, holds } from '../form/conditions.js';
import { words } from '../form/words.js';
import { fileFacts, fileHref, slotHint } from '../materials-text.js';
import { PrintedFormPanel } from '../PrintedFormPanel.js';
import { usePassed } from '../usePassed.js';
import { LeakHints } from './LeakHints.js';
import type { StepProps } from './step-props.js';

const ACCEPT: Record<string, string> = { pdf: '.pdf,application/pdf', jpg: '.jpg,.jpeg,image/jpeg', png: '.png,image/png', mp4: '.mp4,video/mp4' };

/** One block per material that is asked for, with its files, versions and the way to add one. */
export function MaterialsStep({ entry, type, draft, wrongAt, editable }: StepProps) {
  const { t } = useTranslation('entries');
  // An upload that runs when the deadline strikes goes on while the rulebook's grace lasts: its field must not vanish.
  const [begun] = useState(editable);
  const until = entry.deadline?.uploadsUntil ?? undefined;
  const graceOver = usePassed(until);
  const uploads = editable || (begun && until !== undefined && !graceOver);
  const slots = type.materials.filter((slot) => holds(slot.when, conditionValues(draft.content)) || entry.materials.some((one) => one.slot === slot.key && !one.endedAt));
  if (slots.length === 0) return <p className="quiet">{t('materials.nothing')}</p>;
  return (
    <div className="stack">
      <p className="quiet">{t('materials.intro')}</p>
      {uploads && until && <p className="note">{t('materials.grace', { time: showMoment(until) })}</p>}
      {editable && <LeakHints entry={entry} />}
      {slots.map((slot) => (
        <Slot key={slot.key} entry={entry} slot={slot} wrong={wrongAt(`materials.${slot.key}`)} editable={editable} uploads={uploads} saved={draft.autosave.flush} />
      ))}
    </div>
  );
}

interface SlotProps {
  entry: EntryView;
  slot: MaterialSlot;
  wrong: string[];
  editable: boolean;
  uploads: boolean;
  saved: () => Promise<boolean>;
}

function Slot({ entry, slot, wrong, editable, uploads, saved }: SlotProps) {
  const { t } = useTranslation('entries');
  const ask = useConfirm();
  const files = entry.materials.filter((one) => one.slot === slot.key && !one.endedAt);
  const add = useEntryAct(entry.id, (fileId: string) =>
    answer(api.POST('/api/entries/{id}/materials', { params: { path: { id: entry.id } }, body: { slot: slot.key, fileId } })));
  const remove = useEntryAct(entry.id, (materialId: string) =>
    answer(api.DELETE('/api/entries/{id}/materials/{materialId}', { params: { path: { id: entry.id, materialId } } })));
  const id = fieldId(`materials.${slot.key}`);
  const full = files.length >= slot.max;
  const label = words(slot.label);
  return (
    <section className={`item ${wrong.length > 0 ? 'wrong-item' : ''}`} id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <div className="item-head">
        <h3 id={`${id}-title`}>{label} {slot.min > 0 && <span className="must-mark">*</span>}</h3>
        <span className="small quiet tnum">{t(slot.min === 0 ? 'materials.countFree' : slot.min === slot.max ? 'materials.countExact' : 'materials.count', { count: files.length, min: slot.min, max: slot.max })}</span>
      </div>
      <p className="small quiet" style={{ margin: 0 }}>
        {[words(slot.hint), slotHint(t, slot), slot.forJudges ? t('materials.forJudges') : t('materials.notForJudges')].filter(Boolean).join(' ')}
      </p>
      {slot.printedForm && <PrintedFormPanel entry={entry} mayPrint={editable} saved={saved} />}
      {files.map((file) => (
        <div key={file.id} className="file-row pictured">
          <FilePicture entryId={entry.id} file={file} />
          <div>
            <a className="name" href={fileHref(entry.id, file)} target="_blank" rel="noreferrer">{file.name}</a>
            <span className="small quiet block tnum">{fileFacts(t, file)}</span>
          </div>
          {editable && (
            <button
              type="button"
              className="btn bare"
              disabled={remove.isPending}
              aria-label={t('materials.removeNamed', { name: file.name })}
              onClick={async () => {
                if (await ask({ title: t('materials.removeTitle', { name: file.name }), effects: [t('materials.removeEffect', { label })], verb: t('remove'), danger: true })) remove.mutate(file.id);
              }}
            >
              {t('remove')}
            </button>
          )}
        </div>
      ))}
      {remove.isError && <Failure error={remove.error} />}
      {uploads && !(full && slot.max > 1) && (
        <UploadField
          key={files.length}
          label={full ? t('materials.replace') : files.length === 0 ? t('materials.first') : t('materials.another')}
          accept={slot.kinds.map((kind) => ACCEPT[kind]).join(',')}
          maxBytes={slot.maxBytes}
          metadata={{ purpose: 'material', entryId: entry.id, slot: slot.key }}
          onDone={async (fileId) => {
            await add.mutateAsync(fileId);
          }}
        />
      )}
      {wrong.length > 0 && (
        <div className="field">
          {wrong.map((sentence) => (
            <p key={sentence} className="wrong"><span aria-hidden="true">!</span>{sentence}</p>
          ))}
        </div>
      )}
      <Versions entryId={entry.id} slot={slot.key} current={files} />
    </section>
  );
}

/** Every file that was ever put here; loaded only when opened. */
function Versions({ entryId, slot, current }: { entryId: string; slot: string; current: MaterialView[] }) {
  const { t } = useTranslation('entries');
  const [open, setOpen] = useState(false);
  const versions = useQuery({
    queryKey: ['material-versions', entryId],
    queryFn: () => answer(api.GET('/api/entries/{id}/materials', { params: { path: { id: entryId } } })),
    enabled: open,
  });
  if (!current.some((file) => file.number > 1) && current.length <= 1 && !open) return null;
  const here = (versions.data ?? []).filter((one) => one.slot === slot);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="small">{t('materials.versions')}</summary>
      {versions.isError && <Failure error={versions.error} retry={() => void versions.refetch()} />}
      <ol className="plain">
        {here.map((one) => (
          <li key={one.id} className="file-row">
            <div>
              <a href={fileHref(entryId, one)} target="_blank" rel="noreferrer">{one.number}. {one.name}</a>
              <span className="small quiet block tnum">
                {t('materials.added', { time: showMoment(one.addedAt), name: one.addedBy })} · {fileFacts(t, one)} · <span title={one.sha256}>SHA-256 {one.sha256.slice(0, 12)}</span>
              </span>
            </div>
            <span className="small quiet">{one.endedAt ? t('materials.ended', { time: showMoment(one.endedAt), name: one.endedBy ?? '' }) : t('materials.current')}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
