import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { Fragment, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { Failure } from '../../status/Failure.js';
import { StateTag } from '../../status/StateTag.js';
import { BatchDialog } from './BatchDialog.js';
import { FORWARD, useWorkbench, WAITING, type Desk } from './desk.js';
import type { EntryRow } from './workbench-data.js';

interface RankListProps {
  rows: EntryRow[];
  type: string;
  /** Places that are still free; undefined without a limit. */
  left: number | undefined;
  desk: Desk;
  /** An order was saved before. */
  ranked: boolean;
  /** The level's stage is over: the order is shown, no longer set. */
  closed: boolean;
}

/** Orders entries by dragging, by the arrow buttons, or with Alt and the arrow keys on a row. */
export function RankList({ rows, type, left, desk, ranked, closed }: RankListProps) {
  const { t } = useTranslation('workbench');
  const { edition } = useWorkbench();
  const client = useQueryClient();
  const { message } = App.useApp();
  // What was moved here and not saved yet stays, whatever news of the rows comes in between.
  const [moved, setMoved] = useState<readonly string[]>();
  const order = inOrder(rows, moved);
  const [dragged, setDragged] = useState<string>();
  const [target, setTarget] = useState<string>();
  const [said, setSaid] = useState('');
  const [sending, setSending] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const changed = order.some((row, index) => row.id !== rows[index]?.id);
  const save = useMutation({
    mutationFn: (entryIds: string[]) => answer(api.PUT('/api/entry-rankings', { body: { editionId: edition.id, level: desk.level, unitId: desk.unitId, type, entryIds } })),
    onSuccess: async (_answer, saved) => {
      void message.success(t('rank.saved', { count: saved.length }));
      void client.invalidateQueries({ queryKey: ['list'] });
      await client.invalidateQueries({ queryKey: ['workbench', 'ranking'] });
      setMoved((now) => (now?.join() === saved.join() ? undefined : now));
    },
  });

  const move = (id: string, to: number): void => {
    const from = order.findIndex((row) => row.id === id);
    const place = Math.max(0, Math.min(order.length - 1, to));
    if (from < 0 || from === place) return;
    const next = [...order];
    const [row] = next.splice(from, 1);
    next.splice(place, 0, row!);
    // A row that is moved in the page loses the focus; it has it back before the next key comes.
    flushSync(() => {
      setMoved(next.map((one) => one.id));
      setSaid(t('rank.moved', { title: row!.title, place: place + 1, count: next.length }));
    });
    list.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus();
  };
  // Rows that were sent on already hold a place; the free ones go to the first rows that still wait.
  const waiting = order.filter((row) => row.state === WAITING[desk.level]);
  const inside = left === undefined ? [] : waiting.slice(0, left);
  const lastInside = inside.at(-1)?.id ?? (left === 0 ? order.findLast((row) => row.state !== WAITING[desk.level])?.id : undefined);

  return (
    <div className="stack">
      {closed && <p className="note">{t('rank.closed')}</p>}
      <div className="row">
        <button type="button" className="btn primary" disabled={closed || save.isPending || (ranked && !changed)} onClick={() => save.mutate(order.map((row) => row.id))}>{t('rank.save')}</button>
        {changed && <button type="button" className="btn bare" onClick={() => setMoved(undefined)}>{t('rank.undo')}</button>}
        {!changed && ranked && inside.length > 0 && <button type="button" className="btn" onClick={() => setSending(true)}>{t('rank.forward', { act: t(`act.${FORWARD[desk.level]}`), count: inside.length })}</button>}
        <span className="small quiet" role="status">{said || (changed || !ranked ? t('rank.unsaved') : '')}</span>
      </div>
      {save.isError && <Failure error={save.error} />}
      <ol className="plain ranks" ref={list} aria-label={t('rank.list')}>
        {order.map((row, index) => (
          <Fragment key={row.id}>
            <li
              data-row={row.id}
              tabIndex={0}
              draggable
              className={`${dragged === row.id ? 'dragged' : ''} ${target === row.id && dragged !== row.id ? 'target' : ''}`}
              aria-label={t('rank.row', { place: index + 1, title: row.title, school: row.schoolName })}
              onKeyDown={(event) => {
                if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
                event.preventDefault();
                move(row.id, index + (event.key === 'ArrowUp' ? -1 : 1));
              }}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', row.id);
                setDragged(row.id);
              }}
              onDragOver={(event) => {
                event.preventDefault();
                setTarget(row.id);
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged) move(dragged, index);
              }}
              onDragEnd={() => {
                setDragged(undefined);
                setTarget(undefined);
              }}
            >
              <span className="number" aria-hidden="true">{index + 1}</span>
              <span>
                <strong className="block">{row.title || t('untitled')}</strong>
                <span className="small quiet">{[row.members.join(t('listComma')), row.schoolName].filter(Boolean).join(' · ')}</span>{' '}
                <StateTag state={row.state} />
              </span>
              <span className="row" style={{ gap: 0, flexWrap: 'nowrap' }}>
                <button type="button" className="btn bare" tabIndex={-1} disabled={index === 0} aria-label={t('rank.up', { title: row.title })} onClick={() => move(row.id, index - 1)}>↑</button>
                <button type="button" className="btn bare" tabIndex={-1} disabled={index === order.length - 1} aria-label={t('rank.down', { title: row.title })} onClick={() => move(row.id, index + 1)}>↓</button>
              </span>
            </li>
            {left !== undefined && waiting.length > inside.length && row.id === lastInside && <li className="line small">{t('rank.line', { left })}</li>}
          </Fragment>
        ))}
      </ol>
      <p className="small quiet">{t('rank.keys')}</p>
      {sending && <BatchDialog action={FORWARD[desk.level]} entryIds={inside.map((row) => row.id)} close={() => setSending(false)} />}
    </div>
  );
}

/** The rows in the order they were moved to; those that have come since stand at the end. */
function inOrder(rows: EntryRow[], moved: readonly string[] | undefined): EntryRow[] {
  if (!moved) return rows;
  const place = new Map(moved.map((id, index) => [id, index]));
  return [...rows].sort((one, other) => (place.get(one.id) ?? moved.length) - (place.get(other.id) ?? moved.length));
}
