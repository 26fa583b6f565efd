import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import type { BlindEntry } from './judge-data.js';

/** How a judge gives an entry away: recusal, or handing it back. */
export function useDeskActs(entry: BlindEntry): Record<'recuse' | 'decline', () => Promise<void>> {
  const { t } = useTranslation('judge');
  const ask = useConfirm();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const path = { id: entry.assignmentId };

  const leave = (kind: 'recuse' | 'decline') => async (): Promise<void> => {
    const sure = await ask({ title: t(`desk.${kind}Title`, { code: entry.code }), effects: [t(`desk.${kind}Effect`)], verb: t(`desk.${kind}`), danger: true, reason: 'required' });
    if (!sure) return;
    try {
      await answer(kind === 'recuse' ? api.POST('/api/judge/assignments/{id}/recuse', { params: { path }, body: sure }) : api.POST('/api/judge/assignments/{id}/decline', { params: { path }, body: sure }));
      await cache.invalidateQueries({ queryKey: ['judge'] });
      await navigate('/judge');
    } catch (error) {
      void message.error(asApiError(error).message);
    }
  };
  return { recuse: leave('recuse'), decline: leave('decline') };
}
