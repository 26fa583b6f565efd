import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { AnswerQuestion } from '../secretariat/AnswerQuestion.js';
import { QuestionText } from '../secretariat/QuestionText.js';
import { useAct } from '../secretariat/useAct.js';

/** What a group leader is asked about the panel's entries; nothing for everybody else. */
export function LeaderQuestions() {
  const { t } = useTranslation('judge');
  const { run } = useAct();
  const questions = useQuery({ queryKey: ['judge', 'questions'], queryFn: () => answer(api.GET('/api/judge/questions')), retry: false });
  const open = questions.data?.filter((question) => question.answer === null) ?? [];
  if (open.length === 0) return null;
  return (
    <section className="stack-s" aria-label={t('leader.title')}>
      <h2>{t('leader.title')}</h2>
      <p className="quiet">{t('leader.what')}</p>
      <ul className="plain stack">
        {open.map((question) => (
          <li key={question.id} className="card stack-s">
            <QuestionText kind="divergence" evidence={question.evidence} judge="" other="" code={question.code} />
            <span className="quiet small">{question.panel}</span>
            <AnswerQuestion outcomes={['reviewed', 'noAction', 'talkedTo']} send={(body) => run(() => answer(api.POST('/api/judge/questions/{id}/answer', { params: { path: { id: question.id } }, body })), t('leader.done'))} />
          </li>
        ))}
      </ul>
    </section>
  );
}
