import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useServerNow } from '../../api/server-clock.js';
import { showMinute } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { stagePath, useReviewStage, type Edition } from './secretariat-data.js';
import './board.css';

/** For the screen in the hall: room by room who is heard and who is next. Titles only: no names, no codes. */
export function BoardPage() {
  const { t } = useTranslation(['timetable', 'secretariat']);
  const { editions, edition, stage } = useReviewStage();
  return (
    <Page where={[{ label: t('secretariat:title'), to: edition && stage ? `/secretariat?edition=${edition.id}&stage=${stage.key}` : '/secretariat' }]} title={t('board.title', { stage: stage?.label ?? '' })}>
      <Loaded query={editions}>{() => edition && stage && <Board edition={edition} stageKey={stage.key} />}</Loaded>
    </Page>
  );
}

function Board({ edition, stageKey }: { edition: Edition; stageKey: string }) {
  const { t } = useTranslation('timetable');
  const now = useServerNow();
  const screen = useRef<HTMLDivElement>(null);
  const board = useQuery({
    queryKey: ['board', edition.id, stageKey],
    queryFn: () => answer(api.GET('/api/judging/editions/{editionId}/stages/{stageKey}/board', { params: { path: stagePath(edition, stageKey) } })),
    refetchInterval: 10_000, refetchIntervalInBackground: true,
  });
  return (
    <div className="stack">
      <div className="row between no-print"><span className="quiet">{edition.name}</span><Button onClick={() => void screen.current?.requestFullscreen()}>{t('board.whole')}</Button></div>
      <Loaded query={board} lines={6}>
        {(rooms) => (
          <div ref={screen} className="board">
            <p className="board-clock tnum" aria-live="off">{showMinute(now.toISOString())}</p>
            {rooms.length === 0 ? <Empty title={t('board.none')} how={t('noneHow')} /> : rooms.map((room) => (
              <section key={room.room} className="board-room" aria-label={room.room}>
                <h2>{room.room} <span className="quiet">{room.panel}</span></h2>
                <Line word={t('board.now')} line={room.now[0]} strong />
                <Line word={t('board.next')} line={room.next[0]} />
                <Line word={t('board.later')} line={room.next[1]} />
              </section>
            ))}
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Line({ word, line, strong }: { word: string; line?: Schemas['BoardLine']; strong?: boolean }) {
  const { t } = useTranslation('timetable');
  return (
    <p className={`board-line ${strong ? 'board-now' : ''}`}>
      <span className="board-word">{word}</span>
      {line ? <span className="board-title"><span className="tnum">{showMinute(line.startsAt)}</span> {line.title}{line.callBack && <strong className="board-mark"> {t('board.callBack')}</strong>}{line.arrived && <span className="quiet board-mark"> {t('board.arrived')}</span>}</span> : <span className="quiet">{t('board.nobody')}</span>}
    </p>
  );
}
