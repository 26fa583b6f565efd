import { Input, InputNumber, Slider } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { words } from '../entries/form/words.js';
import { criteriaOf, limitsOf, type Criterion } from './CriteriaInputs.js';
import type { BlindEntry } from './judge-data.js';
import type { SheetInWork } from './useSheet.js';

/** The score sheet: each criterion with what it means, a large number and a slider; the total is worked out while typing. */
export function Rubric({ entry, sheet, afterLast }: { entry: BlindEntry; sheet: SheetInWork; afterLast: () => void }) {
  const { t } = useTranslation('judge');
  const { content, change } = sheet;
  const locked = !entry.writable || sheet.handedIn;
  const wide = useRef(matchMedia('(min-width: 901px)').matches);
  const criteria = criteriaOf({ ...sheet.rules });
  // Half of a number is no slip: a mark is asked about once its field is left.
  const [typing, setTyping] = useState<string>();
  const set = (key: string, value: number | string | null): void => change({ values: { ...content.values, [key]: value === null ? undefined : String(value) } });
  return (
    <section className="desk-rubric stack" aria-label={t('rubric.title')}>
      {entry.sheet.reopenReason && !sheet.handedIn && <p className="note needs">{t('rubric.reopened', { reason: entry.sheet.reopenReason })}</p>}
      {sheet.handedIn && <p className="note good">{t('rubric.handedIn')}</p>}
      {sheet.rules.label && <h2 className="sheet-name">{words(sheet.rules.label)}</h2>}
      {criteria.map((criterion, index) => {
        const typed = content.values[criterion.key];
        const value = typed === undefined || typed === null || typed === '' ? null : Number(typed);
        const fault = sheet.faultOf(criterion.key);
        const label = words(criterion.label) || criterion.key;
        const unusual = locked || typing === criterion.key ? undefined : sheet.unusual.find((one) => one.key === criterion.key);
        return (
          <div key={criterion.key} className="criterion">
            <div className="row between">
              <label htmlFor={`c-${criterion.key}`}>{label} <span className="quiet small tnum">{t('rubric.range', { min: criterion.min ?? 0, max: criterion.max })}</span></label>
              <InputNumber<number>
                id={`c-${criterion.key}`}
                size="large"
                className="criterion-number tnum"
                value={value}
                {...limitsOf(criterion)}
                disabled={locked}
                autoFocus={wide.current && index === 0}
                controls={false}
                status={fault ? 'error' : undefined}
                onChange={(next) => set(criterion.key, next)}
                onFocus={() => setTyping(criterion.key)}
                onBlur={() => setTyping(undefined)}
                onPressEnter={(event) => toNextField(event, afterLast)}
              />
            </div>
            {criterion.hint && <p className="quiet small">{words(criterion.hint)}</p>}
            <Slider
              {...limitsOf(criterion)} value={value ?? limitsOf(criterion).min} disabled={locked}
              ariaLabelForHandle={t('rubric.slider', { label })} onChange={(next) => set(criterion.key, next)}
            />
            {fault && <p className="wrong" role="alert">{fault}</p>}
            {unusual && <p className="note needs" role="status">{t('rubric.unusual', { mark: unusual.mark, least: unusual.least, most: unusual.most, count: unusual.sheets })}</p>}
            {criterion.anchors && <Anchors criterion={criterion} value={value} />}
          </div>
        );
      })}
      {!locked && <p className="quiet small on-wide">{t('rubric.keys')}</p>}
      <Comment id="private" label={t('rubric.privateNote')} hint={t('rubric.privateHint')} value={content.privateNote} locked={locked} change={(privateNote) => change({ privateNote })} />
      <Comment id="jury" label={t('rubric.juryComment')} hint={t('rubric.juryHint')} value={content.juryComment} locked={locked} warning={sheet.warnings.find((one) => one.path === 'juryComment')?.message} change={(juryComment) => change({ juryComment })} />
      <Comment id="participant" label={t('rubric.participantComment')} hint={t('rubric.participantHint')} value={content.participantComment} locked={locked} warning={sheet.warnings.find((one) => one.path === 'participantComment')?.message} change={(participantComment) => change({ participantComment })} />
    </section>
  );
}

/** What the values mean; the line of the value that is set stands out. */
function Anchors({ criterion, value }: { criterion: Criterion; value: number | null }) {
  const { t } = useTranslation('judge');
  const lines = (criterion.anchors ?? []).map((anchor, index, all) => ({ from: Number(anchor.from), to: index === 0 ? Number(criterion.max) : Number(all[index - 1]?.from) - Number(criterion.step ?? 1), label: anchor.label }));
  const hit = value === null ? -1 : lines.findIndex((line) => value >= line.from);
  return (
    <ul className="plain anchors" aria-label={t('rubric.anchors')}>
      {lines.map((line, index) => (
        <li key={line.from} data-hit={index === hit || undefined}><span className="tnum nowrap">{line.from}–{line.to}</span> <span>{words(line.label)}</span></li>
      ))}
    </ul>
  );
}

function Comment(props: { id: string; label: string; hint: string; value: string; locked: boolean; warning?: string; change: (value: string) => void }) {
  return (
    <div className="stack-s">
      <label htmlFor={`comment-${props.id}`}>{props.label}</label>
      <p className="quiet small" id={`hint-${props.id}`} style={{ margin: 0 }}>{props.hint}</p>
      <Input.TextArea id={`comment-${props.id}`} aria-describedby={`hint-${props.id}`} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} value={props.value} disabled={props.locked} onChange={(event) => props.change(event.target.value)} />
      {props.warning && <p className="note needs" role="alert">{props.warning}</p>}
    </div>
  );
}

/** Enter goes on to the next number and from the last one to handing in, so that a sheet can be filled in without leaving the keys. */
function toNextField(event: KeyboardEvent<HTMLInputElement>, afterLast: () => void): void {
  // The same keystroke must not press the button that it leads to.
  event.preventDefault();
  const numbers = [...document.querySelectorAll<HTMLInputElement>('.criterion-number input')];
  const next = numbers[numbers.indexOf(event.target as HTMLInputElement) + 1];
  if (!next) {
    afterLast();
    return;
  }
  next.focus();
  next.select();
}
