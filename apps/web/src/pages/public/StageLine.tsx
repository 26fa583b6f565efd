import { useTranslation } from 'react-i18next';
import { showShortDay } from '../../i18n/time.js';
import type { PublicEdition } from './portal.js';

/** An edition's stages in order with their days; what is past, what runs now and what comes is also said in words. */
export function StageLine({ stages, now }: { stages: PublicEdition['stages']; now: string | null }) {
  const { t } = useTranslation('public');
  return (
    <ol className="stages">
      {stages.map((stage) => {
        const running = stage.key === now || stage.status === 'running';
        return (
          <li key={stage.key} className={running ? 'now' : stage.status === 'over' ? 'past' : ''} aria-current={running ? 'step' : undefined}>
            <span>{stage.label}</span>
            <span className="sr-only">{t(`shell:stageStatus.${stage.status}`)}</span>{' '}
            <span className="quiet small tnum" style={{ fontWeight: 400, display: 'block' }}>
              {t('span', { from: showShortDay(stage.opensAt), to: showShortDay(stage.closesAt) })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
