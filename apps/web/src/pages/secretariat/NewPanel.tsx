import { useQuery } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { useFormProblems } from '../../forms/antd-problems.js';
import { useEditionRules } from '../entries/entry-rules.js';
import { words } from '../entries/form/words.js';
import { stagePath, type Edition } from './secretariat-data.js';
import { useAct } from './useAct.js';

interface NewPanelForm {
  name: string;
  groups: string[];
  disciplines: string[];
  accountIds: string[];
}

/** A panel: which entries it takes, and who sits on it. */
export function NewPanel({ edition, stageKey, close }: { edition: Edition; stageKey: string; close: () => void }) {
  const { t } = useTranslation('secretariat');
  const rules = useEditionRules(edition.id);
  const judges = useQuery({ queryKey: ['judges', 'all'], queryFn: () => answer(api.GET('/api/judging/judges', { params: { query: { size: 200 } } })) });
  const [form] = Form.useForm<NewPanelForm>();
  const problems = useFormProblems(form, 'panel');
  const { busy, run } = useAct();
  const create = async (value: NewPanelForm): Promise<void> => {
    const done = await run(async () => {
      try {
        const panel = await answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/panels', {
          params: { path: stagePath(edition, stageKey) }, body: { name: value.name, types: [], groups: value.groups ?? [], disciplines: value.disciplines ?? [] },
        }));
        if (value.accountIds?.length) await answer(api.POST('/api/judging/panels/{panelId}/judges', { params: { path: { panelId: panel.id } }, body: { accountIds: value.accountIds } }));
      } catch (error) {
        problems.take(asApiError(error));
        throw error;
      }
    }, t('newPanel.done'));
    if (done) close();
  };
  const options = (list: { key: string; label: Parameters<typeof words>[0] }[] | undefined) => list?.map((one) => ({ value: one.key, label: words(one.label) }));
  return (
    <Modal open title={t('newPanel.title')} okText={t('newPanel.create')} cancelText={t('shell:cancel')} confirmLoading={busy} onOk={() => form.submit()} onCancel={close} destroyOnHidden>
      <Form<NewPanelForm> form={form} name="panel" layout="vertical" onFinish={(value) => void create(value)}>
        {problems.list}
        <Form.Item name="name" label={t('newPanel.name')} rules={[{ required: true, message: t('newPanel.nameNeeded') }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="groups" label={t('newPanel.groups')} extra={t('newPanel.noneIsAll')}><Select mode="multiple" options={options(rules.data?.groups)} optionFilterProp="label" /></Form.Item>
        <Form.Item name="disciplines" label={t('newPanel.disciplines')} extra={t('newPanel.noneIsAll')}><Select mode="multiple" options={options(rules.data?.disciplines)} optionFilterProp="label" /></Form.Item>
        <Form.Item name="accountIds" label={t('newPanel.judges')} extra={t('newPanel.judgesHint')}>
          <Select mode="multiple" loading={judges.isPending} optionFilterProp="label" maxTagCount={8} options={judges.data?.rows.map((judge) => ({ value: judge.accountId, label: `${judge.name} · ${judge.employer}` }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
