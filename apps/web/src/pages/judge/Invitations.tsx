import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { Deadline } from '../../status/Deadline.js';
import type { PanelSeat } from './judge-data.js';

/** Invitations to panels, each with its terms, to accept or decline. */
export function Invitations({ panels }: { panels: PanelSeat[] }) {
  const { t } = useTranslation('judge');
  const ask = useConfirm();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const reply = async (panel: PanelSeat, accept: boolean, reason?: string): Promise<void> => {
    try {
      await answer(api.POST('/api/judge/panels/{panelId}/answer', { params: { path: { panelId: panel.panelId } }, body: { accept, ...(accept ? { termsVersion: panel.termsVersion } : { reason }) } }));
      await cache.invalidateQueries({ queryKey: ['judge'] });
    } catch (error) {
      void message.error(asApiError(error).message);
    }
  };
  const decline = async (panel: PanelSeat): Promise<void> => {
    const sure = await ask({ title: t('invitation.declineTitle', { name: panel.name }), effects: [t('invitation.declineEffect')], verb: t('invitation.decline'), danger: true, reason: 'required' });
    if (sure) await reply(panel, false, sure.reason);
  };
  return panels.map((panel) => (
    <section key={panel.panelId} className="card stack-s" aria-label={panel.name}>
      <h2>{t('invitation.title', { name: panel.name })}</h2>
      <p className="quiet">{panel.editionName} · {panel.stageLabel}</p>
      {panel.closesAt && <Deadline at={panel.closesAt} label={t('closes')} />}
      <details open>
        <summary>{t('invitation.terms')}</summary>
        <p className="prose">{panel.terms}</p>
      </details>
      <div className="row">
        <Button type="primary" size="large" onClick={() => void reply(panel, true)}>{t('invitation.accept')}</Button>
        <Button size="large" onClick={() => void decline(panel)}>{t('invitation.decline')}</Button>
      </div>
    </section>
  ));
}
