import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useConfirm } from '../../../confirm/useConfirm.js';
import { Failure } from '../../../status/Failure.js';
import { FINDING_KEYS } from './findings-data.js';

/** The two words a human can say about findings, each with its reason. */
export function LeakTools({ ids, done }: { ids: string[]; done: () => void }) {
  const { t } = useTranslation('findings');
  const ask = useConfirm();
  const client = useQueryClient();
  const { message } = App.useApp();
  const decide = useMutation({
    mutationFn: (body: Schemas['LeakDecision']) => answer(api.POST('/api/findings/leaks/decisions', { body })),
    onSuccess: ({ decided }) => {
      void message.success(t('decided', { count: decided }));
      for (const key of FINDING_KEYS) void client.invalidateQueries({ queryKey: [...key] });
      done();
    },
  });
  const say = async (decision: 'leak' | 'notLeak'): Promise<void> => {
    const sure = await ask({ title: t(`decide.${decision}Title`, { count: ids.length }), effects: [t(`decide.${decision}Effect`)], verb: t(`decide.${decision}`), reason: 'required' });
    if (sure) decide.mutate({ ids, decision, reason: sure.reason });
  };
  return (
    <span className="row">
      <button type="button" className="btn" disabled={ids.length === 0 || decide.isPending} onClick={() => void say('notLeak')}>{t('decide.notLeak')}</button>
      <button type="button" className="btn" disabled={ids.length === 0 || decide.isPending} onClick={() => void say('leak')}>{t('decide.leak')}</button>
      {decide.isError && <Failure error={decide.error} />}
    </span>
  );
}
