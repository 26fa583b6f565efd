import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client.js';
import { showMoment } from '../../../i18n/time.js';
import { StateTag, type Tone } from '../../../status/StateTag.js';

const TONES: Record<Schemas['RecoveryView']['state'], Tone> = { waiting: 'needs', ready: 'going', done: 'good', ended: 'plain' };

/** One recovery: what, where it stands, who asked and why, who agreed or until when it waits. */
export function RecoveryLine({ recovery, children }: { recovery: Schemas['RecoveryView']; children?: ReactNode }) {
  const { t } = useTranslation('people');
  const waits = recovery.state === 'waiting' && (recovery.readyAt ? t('recovery.waits', { time: showMoment(recovery.readyAt) }) : t('recovery.waitsForSecond'));
  return (
    <li className="card row between" style={{ padding: '10px 16px' }}>
      <span className="stack-s" style={{ gap: 2 }}>
        <span className="row"><strong>{t(`recovery.what.${recovery.what}`)}</strong><StateTag state={recovery.state} word={t(`recovery.state.${recovery.state}`)} tone={TONES[recovery.state]} /></span>
        <span className="quiet small">{t('recovery.asked', { name: recovery.askedBy, time: showMoment(recovery.askedAt), reason: recovery.reason })}</span>
        {recovery.approvedBy && <span className="quiet small">{t('recovery.approvedBy', { name: recovery.approvedBy })}</span>}
        {waits && <span className="small">{waits}</span>}
      </span>
      {children && <span className="row">{children}</span>}
    </li>
  );
}
