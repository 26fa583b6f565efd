import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { Page } from '../../layout/Page.js';
import { useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { StackTable } from '../secretariat/StackTable.js';
import '../secretariat/secretariat.css';
import { TrainingMaterial } from './TrainingMaterial.js';
import { criteriaOf, CriteriaInputs } from './CriteriaInputs.js';
import './judge.css';

/** One known work: read, score, see the distance to the reference and why. */
export function TrainingPage() {
  const { id = '' } = useParams();
  const task = useQuery({ queryKey: ['judge', 'training', id], queryFn: () => answer(api.GET('/api/judge/training/{id}', { params: { path: { id } } })) });
  return <Loaded query={task} lines={8}>{(data) => <TaskWork key={data.tries.length} task={data} />}</Loaded>;
}

function TaskWork({ task }: { task: Schemas['TrainingTask'] }) {
  const { t } = useTranslation(['training', 'judge']);
  const me = useMe();
  const cache = useQueryClient();
  const kept = `training/${me.id}/${task.id}`;
  const [values, setValues] = useState<Record<string, string>>(() => JSON.parse(localStorage.getItem(kept) ?? '{}') as Record<string, string>);
  const criteria = criteriaOf(task.sheetRules);
  const change = (next: Record<string, string>): void => {
    setValues(next);
    localStorage.setItem(kept, JSON.stringify(next));
  };
  const send = useMutation({
    mutationFn: () => answer(api.POST('/api/judge/training/{id}/attempts', { params: { path: { id: task.id } }, body: { values } })),
    onSuccess: async (done) => {
      localStorage.removeItem(kept);
      cache.setQueryData(['judge', 'training', task.id], done);
      await cache.invalidateQueries({ queryKey: ['judge', 'training'] });
    },
  });
  const last = task.tries.at(-1);
  const open = criteria.filter((criterion) => values[criterion.key] === undefined).length;
  return (
    <Page where={[{ label: t('judge:title'), to: '/judge' }]} title={task.title} asked={t('asked')} width="form">
      <div className="stack">
        {task.passed && <p className="note good" role="status">{t('passedNote')} <Link to="/judge">{t('toWork')}</Link></p>}
        {last && !task.passed && <p className={`note ${last.within ? 'good' : 'needs'}`} role="status">{t(last.within ? 'lastWithin' : task.left > 0 ? 'lastBeyond' : 'lastNone', { left: task.left })}</p>}
        <section className="card prose training-text" aria-label={t('work')}>{task.text}</section>
        {task.materials.map((material) => <TrainingMaterial key={material.number} id={task.id} material={material} />)}
        {[...task.tries].reverse().map((attempt) => (
          <section key={attempt.number} className="card stack-s" aria-label={t('attempt', { number: attempt.number })}>
            <h2>{t('attempt', { number: attempt.number })} <span className="quiet small">{t(attempt.within ? 'within' : 'beyond')}</span></h2>
            <StackTable
              caption={t('attempt', { number: attempt.number })} rows={attempt.criteria} rowKey={(row) => row.key}
              columns={[
                { key: 'label', title: t('column.criterion'), render: (row) => row.label },
                { key: 'own', title: t('column.own'), render: (row) => <span className="tnum">{row.points}</span> },
                { key: 'reference', title: t('column.reference'), render: (row) => <span className="tnum">{row.reference}</span> },
                { key: 'distance', title: t('column.distance'), render: (row) => <span className="tnum">{row.within ? '✓' : '✗'} {Number(row.distance) > 0 ? '+' : ''}{row.distance}<span className="quiet small">{t('allowed', { tolerance: row.tolerance })}</span></span> },
                { key: 'why', title: t('column.why'), render: (row) => row.why || '–' },
              ]}
            />
          </section>
        ))}
        {task.left > 0 && !(task.passed && last?.within) && (
          <section className="card stack" aria-label={t('score')}>
            <h2>{t('score')}</h2>
            <CriteriaInputs prefix="t" criteria={criteria} values={values} change={change} />
            {send.isError && <p className="note bad" role="alert">{asApiError(send.error).message}</p>}
            <div className="row">
              <Button type="primary" size="large" loading={send.isPending} disabled={open > 0} onClick={() => send.mutate()}>{t('compare')}</Button>
              <span className="quiet small">{open > 0 ? t('judge:rubric.open', { count: open }) : t('left', { left: task.left })}</span>
            </div>
          </section>
        )}
      </div>
    </Page>
  );
}
