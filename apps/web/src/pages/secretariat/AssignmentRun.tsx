import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { showMoment } from '../../i18n/time.js';
import { Loaded } from '../../status/Loaded.js';
import { isMoving, stagePath, useAssignmentRuns, type Edition } from './secretariat-data.js';
import { StackTable } from './StackTable.js';
import { useAct } from './useAct.js';

/** The assignment of judges: its progress, its figures, and in words what is in the way when no plan exists. */
export function AssignmentRun({ edition, stageKey, writable, primary }: { edition: Edition; stageKey: string; writable: boolean; primary: boolean }) {
  const { t } = useTranslation('secretariat');
  const runs = useAssignmentRuns(edition, stageKey);
  const { busy, run } = useAct();
  const path = stagePath(edition, stageKey);
  const cache = useQueryClient();
  const moving = runs.data?.some((one) => isMoving(one.state)) ?? false;
  const moved = useRef(false);
  useEffect(() => {
    // The counts above are those from before the run.
    if (moved.current && !moving) void cache.invalidateQueries({ queryKey: ['stage-progress'] });
    moved.current = moving;
  }, [moving, cache]);
  return (
    <section className="card stack" aria-label={t('run.title')}>
      <div className="row between">
        <h2>{t('run.title')}</h2>
        {writable && (
          <Button type={primary ? 'primary' : 'default'} size="large" loading={busy} disabled={moving}
            onClick={() => void run(() => answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/assignment-runs', { params: { path }, body: {} })))}>
            {t('run.start')}
          </Button>
        )}
      </div>
      <p className="quiet">{t('run.what')}</p>
      <Loaded query={runs} lines={3}>
        {(list) => {
          const latest = list.find((one) => one.kind === 'plan');
          if (!latest) return <p className="quiet">{t('run.none')}</p>;
          return (
            <div className="stack">
              <p className="row">
                <strong>{t(`run.state.${latest.state}`)}</strong>
                <span className="quiet small">{showMoment(latest.createdAt)} · {t('run.seed', { seed: latest.seed })}</span>
                {writable && isMoving(latest.state) && <Button onClick={() => void run(() => answer(api.POST('/api/judging/assignment-runs/{runId}/cancel', { params: { path: { runId: latest.id } } })))}>{t('run.cancel')}</Button>}
              </p>
              {isMoving(latest.state) && <Progress percent={latest.total === 0 ? 0 : Math.round((latest.done / latest.total) * 100)} aria-label={t('run.title')} />}
              {latest.blocking.map((block) => <p key={block.sentence} className="note bad" role="alert">{block.sentence}</p>)}
              {latest.panels.length > 0 && (
                <StackTable
                  caption={t('run.title')} rows={latest.panels} rowKey={(panel) => panel.panelId}
                  columns={[
                    { key: 'panel', title: t('run.column.panel'), render: (panel) => panel.panel },
                    { key: 'entries', title: t('run.column.entries'), render: (panel) => panel.entries },
                    { key: 'judges', title: t('run.column.judges'), render: (panel) => panel.judges },
                    { key: 'pairs', title: t('run.column.pairs'), render: (panel) => <span>{panel.pairs}{panel.kept > 0 && <span className="quiet small"> {t('run.kept', { count: panel.kept })}</span>}</span> },
                    { key: 'load', title: t('run.column.load'), render: (panel) => `${panel.minLoad}–${panel.maxLoad}` },
                    { key: 'parts', title: t('run.column.parts'), render: (panel) => panel.parts },
                  ]}
                />
              )}
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}
