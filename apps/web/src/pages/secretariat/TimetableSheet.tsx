import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useServerNow } from '../../api/server-clock.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { showDay, showMinute } from '../../i18n/time.js';
import { Loaded } from '../../status/Loaded.js';
import { StateTag } from '../../status/StateTag.js';
import { stagePath, type Edition } from './secretariat-data.js';
import { StackTable } from './StackTable.js';
import { useAct } from './useAct.js';

type Slot = Schemas['InterviewSlotView'];
const TONES = { expected: 'plain', arrived: 'good', absent: 'bad' } as const;

/** The timetable by day and room, ready for printing. */
export function TimetableSheet({ id, manages, edition, stageKey }: { id: string; manages: boolean; edition?: Edition; stageKey?: string }) {
  const { t } = useTranslation('timetable');
  const ask = useConfirm();
  const { run } = useAct();
  const now = useServerNow();
  const slots = useQuery({ queryKey: ['interview-slots', id], queryFn: () => answer(api.GET('/api/judging/timetables/{id}/slots', { params: { path: { id } } })), refetchInterval: manages ? 20_000 : false });
  const markAbsent = async (rows: Slot[]): Promise<void> => {
    if (!edition || !stageKey) return;
    const codes = rows.map(({ code }) => code);
    const sure = await ask({ title: t('absent.title', { codes: codes.join('、') }), effects: [t('absent.effect')], verb: t('absent.verb'), danger: true, reason: 'required' });
    if (sure) await run(() => answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/check-ins/absent', { params: { path: stagePath(edition, stageKey) }, body: { codes, ...sure } })), t('absent.done'));
  };
  return (
    <Loaded query={slots} lines={8}>
      {(rows) => {
        const over = rows.filter((row) => row.presence === 'expected' && new Date(row.endsAt) < now);
        return (
          <div className="stack">
            {manages && over.length > 0 && <p className="note needs row between no-print"><span>{t('absent.missing', { count: over.length })}</span><Button onClick={() => void markAbsent(over)}>{t('absent.verb')}</Button></p>}
            {byRoom(rows).map(({ title, panel, own }) => (
              <div key={title} className="stack-s room-sheet">
                <h2>{title} <span className="quiet small">{panel}</span></h2>
                <StackTable
                  caption={title} rows={own} rowKey={(row) => row.code}
                  columns={[
                    { key: 'time', title: t('column.time'), render: (row) => <span className="tnum nowrap">{showMinute(row.startsAt)}–{showMinute(row.endsAt)}</span> },
                    { key: 'code', title: t('column.code'), render: (row) => <span className="tnum nowrap">{row.code}</span> },
                    { key: 'presence', title: t('column.presence'), render: (row) => <span><StateTag state={row.presence} word={t(`presence.${row.presence}`)} tone={TONES[row.presence as keyof typeof TONES]} />{row.moved && <span className="quiet small"> {t('movedTag')}</span>}</span> },
                  ]}
                />
              </div>
            ))}
          </div>
        );
      }}
    </Loaded>
  );
}

function byRoom(rows: Slot[]): { title: string; panel: string; own: Slot[] }[] {
  const rooms = new Map<string, Slot[]>();
  for (const row of rows) {
    const title = `${showDay(row.startsAt)} · ${row.room}`;
    rooms.set(title, [...(rooms.get(title) ?? []), row]);
  }
  return [...rooms].map(([title, own]) => ({ title, panel: own[0]?.panel ?? '', own }));
}
