import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { useFormProblems } from '../../../forms/antd-problems.js';
import { fromLocalInput, showMoment, toLocalInput } from '../../../i18n/time.js';
import { useMe } from '../../../session/session.js';
import { Empty } from '../../../status/Skeleton.js';
import { mayChange } from '../areas.js';
import { useEdition } from './EditionFrame.js';

interface Values {
  stages: { opensAt: string; closesAt: string }[];
}

/** The stages of the edition with their first and last moment, to the second, in contest time. */
export function CalendarPage() {
  const { t } = useTranslation('admin');
  const edition = useEdition();
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const writable = mayChange(me, 'editions') && edition.state !== 'archived';
  if (edition.stages.length === 0) return <Empty title={t('calendar.empty')} how={t('calendar.emptyHow')} />;
  if (editing) return <CalendarForm onDone={() => setEditing(false)} />;
  return (
    <div className="stack">
      <table className="plain cards">
        <thead>
          <tr><th scope="col">{t('calendar.stage')}</th><th scope="col">{t('calendar.opensAt')}</th><th scope="col">{t('calendar.closesAt')}</th><th scope="col">{t('calendar.status')}</th></tr>
        </thead>
        <tbody>
          {edition.stages.map((stage) => (
            <tr key={stage.key}>
              <td className="main">{stage.label}</td>
              <td data-label={t('calendar.opensAt')}>{showMoment(stage.opensAt)}</td>
              <td data-label={t('calendar.closesAt')}>{showMoment(stage.closesAt)}</td>
              <td data-label={t('calendar.status')}>{t(`shell:stageStatus.${stage.status}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {writable && <div><Button onClick={() => setEditing(true)}>{t('calendar.edit')}</Button></div>}
    </div>
  );
}

function CalendarForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('admin');
  const edition = useEdition();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const problems = useFormProblems(form, 'calendar');
  const [busy, setBusy] = useState(false);
  const save = async (values: Values): Promise<void> => {
    setBusy(true);
    problems.clear();
    try {
      const stages = edition.stages.map((stage, index) => ({
        key: stage.key,
        opensAt: fromLocalInput(values.stages[index]?.opensAt ?? ''),
        closesAt: fromLocalInput(values.stages[index]?.closesAt ?? ''),
      }));
      cache.setQueryData(['edition', edition.id], await answer(api.PUT('/api/editions/{id}/stages', { params: { path: { id: edition.id } }, body: { version: edition.version, stages } })));
      void message.success(t('saved'));
      onDone();
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  const initial: Values = { stages: edition.stages.map((stage) => ({ opensAt: toLocalInput(stage.opensAt), closesAt: toLocalInput(stage.closesAt) })) };
  return (
    <Form<Values> form={form} name="calendar" layout="vertical" initialValues={initial} onFinish={(values) => void save(values)}>
      <div className="stack">
        {problems.list}
        <p className="quiet">{t('calendar.hint')}</p>
        {edition.stages.map((stage, index) => (
          <fieldset key={stage.key} className="card" style={{ margin: 0 }}>
            <legend style={{ fontWeight: 600, padding: '0 6px' }}>{stage.label}</legend>
            <div className="row" style={{ alignItems: 'flex-start' }}>
              <Form.Item name={['stages', index, 'opensAt']} label={t('calendar.opensAt')} rules={[{ required: true, message: t('fill') }]} style={{ margin: 0 }}>
                <Input type="datetime-local" step={1} />
              </Form.Item>
              <Form.Item name={['stages', index, 'closesAt']} label={t('calendar.closesAt')} rules={[{ required: true, message: t('fill') }]} style={{ margin: 0 }}>
                <Input type="datetime-local" step={1} />
              </Form.Item>
            </div>
          </fieldset>
        ))}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={busy}>{t('shell:saveWord')}</Button>
          <Button onClick={onDone}>{t('shell:cancel')}</Button>
        </div>
      </div>
    </Form>
  );
}
