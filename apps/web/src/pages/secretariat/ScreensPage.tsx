import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { Chart } from '../../charts/Chart.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { may, useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { AnswerQuestion } from './AnswerQuestion.js';
import { HeldComments } from './HeldComments.js';
import { QuestionText } from './QuestionText.js';
import { stagePath, useReviewStage, type Edition } from './secretariat-data.js';
import { useAct } from './useAct.js';
import './secretariat.css';

/** What stands out in the scores of a stage: questions for a person with their evidence, then every judge's figures. */
export function ScreensPage() {
  const { t } = useTranslation('secretariat');
  const { editions, edition, stage } = useReviewStage();
  return (
    <Page where={edition && stage ? [{ label: t('titleOf', { stage: stage.label }), to: `/secretariat?edition=${edition.id}&stage=${stage.key}` }] : []} title={t('screens.title')} asked={t('screens.asked')}>
      <Loaded query={editions}>{() => (edition && stage ? <Screens key={`${edition.id}-${stage.key}`} edition={edition} stageKey={stage.key} /> : <Empty title={t('noEdition')} how={t('noEditionHow')} />)}</Loaded>
    </Page>
  );
}

function Screens({ edition, stageKey }: { edition: Edition; stageKey: string }) {
  const { t } = useTranslation('secretariat');
  const { busy, run } = useAct();
  const manages = may(useMe(), 'judging.manage');
  const [all, setAll] = useState(false);
  const path = stagePath(edition, stageKey);
  const screening = useQuery({
    queryKey: ['screening', edition.id, stageKey], refetchInterval: 5_000,
    queryFn: () => answer(api.GET('/api/judging/editions/{editionId}/stages/{stageKey}/screening', { params: { path } })),
  });
  const madeAt = screening.data?.madeAt ?? null;
  const questions = useQuery({
    queryKey: ['questions', edition.id, stageKey, all, madeAt],
    queryFn: () => answer(api.GET('/api/judging/editions/{editionId}/stages/{stageKey}/questions', { params: { path, query: { size: 200, ...(!all && { open: true }) } } })),
  });
  return (
    <div className="stack">
      <div className="row between">
        <span className="quiet">{madeAt ? t('screens.madeAt', { at: showMoment(madeAt), sheets: screening.data?.sheets ?? 0 }) : t('screens.never')}</span>
        <span className="row">
          <label className="row"><input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} /> {t('screens.all')}</label>
          {manages && <Button size="large" loading={busy} onClick={() => void run(() => answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/screening', { params: { path } })), t('screens.asking'))}>{t('screens.again')}</Button>}
        </span>
      </div>
      <HeldComments edition={edition} stageKey={stageKey} all={all} manages={manages} />
      <Loaded query={questions} lines={6}>
        {({ rows }) =>
          rows.length === 0 ? <Empty title={t('screens.none')} how={t('screens.noneHow')} /> : (
            <ul className="plain stack">
              {rows.map((question) => (
                <li key={question.id} className="card stack-s">
                  <QuestionText kind={question.kind} evidence={question.evidence} judge={question.judge ?? ''} other={question.otherJudge ?? ''} code={question.code ?? ''} />
                  <span className="quiet small">{[question.panel, showMoment(question.askedAt)].filter(Boolean).join(' · ')}</span>
                  {question.answer !== null && <p className="note good">{t(`screens.outcome.${question.outcome ?? 'noAction'}`)}：{question.answer} <span className="quiet small">{question.answeredBy} {question.answeredAt && showMoment(question.answeredAt)}</span></p>}
                  {question.answer === null && question.settledAt !== null && <p className="quiet">{t('screens.settled')}</p>}
                  {question.answer === null && question.settledAt === null && manages && (
                    <AnswerQuestion send={(body) => run(() => answer(api.POST('/api/judging/questions/{id}/answer', { params: { path: { id: question.id } }, body })), t('screens.answered'))} />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {screening.data && screening.data.judges.length > 0 && <JudgeFigures judges={screening.data.judges} />}
    </div>
  );
}

/** Severity of every judge, the severest first. */
function JudgeFigures({ judges }: { judges: Schemas['ScreenedJudge'][] }) {
  const { t } = useTranslation('secretariat');
  const ordered = [...judges].sort((one, other) => one.severity - other.severity);
  return (
    <Chart
      title={t('screens.severityChart')} kind="bar" sideways height={Math.max(240, ordered.length * 22)} categoryLabel={t('column.judge')} categories={ordered.map((judge) => judge.name)}
      series={[{ name: t('screens.points'), values: ordered.map((judge) => Math.round(judge.severity * 100) / 100) }]}
    />
  );
}
