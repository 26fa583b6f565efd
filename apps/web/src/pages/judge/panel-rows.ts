import type { PanelSeat, Queue, QueueRow } from './judge-data.js';

export interface PanelWork {
  panel: PanelSeat;
  rows: QueueRow[];
  submitted: number;
  drafts: number;
}

/** What was begun, then what is untouched, then what is handed in; the order tells nothing but the judge's own work. */
const TURN: Record<QueueRow['sheetState'], number> = { reopened: 0, draft: 0, blank: 1, submitted: 2 };

/** The entries panel by panel, inside a panel in their turn: those that can still be scored, the nearest deadline first, then the finished ones, newest first. */
export function byPanel(panels: readonly PanelSeat[], queue: Queue): { open: PanelWork[]; finished: PanelWork[] } {
  const works = panels
    .map((panel) => {
      const rows = queue.rows.filter((row) => row.panelId === panel.panelId).sort((one, other) => TURN[one.sheetState] - TURN[other.sheetState]);
      const count = (state: QueueRow['sheetState']): number => rows.filter((row) => row.sheetState === state).length;
      return { panel, rows, submitted: count('submitted'), drafts: count('draft') };
    })
    .filter((work) => work.rows.length > 0);
  const until = (work: PanelWork): string => work.panel.closesAt ?? '9999';
  return {
    open: works.filter((work) => work.panel.state !== 'locked').sort((one, other) => until(one).localeCompare(until(other))),
    finished: works.filter((work) => work.panel.state === 'locked').sort((one, other) => until(other).localeCompare(until(one))),
  };
}

/** Where to go after handing one in: the next entry still to do, in order and from the start again. */
export function nextToDo(rows: readonly QueueRow[], from: string, held: ReadonlySet<string>): QueueRow | undefined {
  const at = rows.findIndex((row) => row.assignmentId === from);
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find((row) => row.sheetState !== 'submitted' && !held.has(row.assignmentId));
}
