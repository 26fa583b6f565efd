import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { asApiError } from '../../../api/problem.js';
import { useConfirm } from '../../../confirm/useConfirm.js';
import { useFormProblems } from '../../../forms/antd-problems.js';
import { Page } from '../../../layout/Page.js';
import { hasRole, useMe } from '../../../session/session.js';
import { Loaded } from '../../../status/Loaded.js';
import { StateTag } from '../../../status/StateTag.js';
import { mayChange } from '../areas.js';
import { MergeSchool } from './MergeSchool.js';
import { SCHOOL_TONES } from './SchoolsPage.js';

type School = Schemas['SchoolView'];

/** One school: its facts, its likely duplicates, and what may be decided about it. */
export function SchoolPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams();
  const school = useQuery({ queryKey: ['school', id], queryFn: () => answer(api.GET('/api/schools/{id}', { params: { path: { id } } })) });
  return (
    <Page
      where={[{ label: t('title'), to: '/admin' }, { label: t('area.schools'), to: '/admin/schools' }]}
      title={school.data?.name ?? t('school.one')}
      state={school.data && <StateTag state={school.data.status} word={t(`school.statusWord.${school.data.status}`)} tone={SCHOOL_TONES[school.data.status]} />}
      asked={school.data?.status === 'proposed' ? t('school.decide') : undefined}
      width="narrow"
    >
      <Loaded query={school}>{(data) => <Facts school={data} />}</Loaded>
    </Page>
  );
}

function Facts({ school }: { school: School }) {
  const { t } = useTranslation('admin');
  const me = useMe();
  const ask = useConfirm();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [merging, setMerging] = useState(false);
  const [editing, setEditing] = useState(false);
  const likely = useQuery({
    queryKey: ['likely-duplicates', school.countyId, school.name],
    queryFn: () => answer(api.GET('/api/schools/likely-duplicates', { params: { query: { countyId: school.countyId, name: school.name } } })),
  });
  const others = likely.data?.filter((one) => one.id !== school.id && one.status !== 'merged') ?? [];
  const act = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    try {
      await work();
      void message.success(done);
      await cache.invalidateQueries({ queryKey: ['school', school.id] });
      await cache.invalidateQueries({ queryKey: ['list', 'schools'] });
    } catch (error) {
      void message.error(asApiError(error).message);
    }
  };
  const path = { params: { path: { id: school.id } } };
  const approve = async (): Promise<void> => {
    if (!(await ask({ title: t('school.approve'), effects: [t('school.approveEffect', { name: school.name })], verb: t('school.approve') }))) return;
    await act(() => answer(api.POST('/api/schools/{id}/approval', path)), t('school.approved'));
  };
  const reject = async (): Promise<void> => {
    const said = await ask({ title: t('school.reject'), effects: [t('school.rejectEffect', { name: school.name })], verb: t('school.reject'), danger: true, reason: 'required' });
    if (said) await act(() => answer(api.POST('/api/schools/{id}/rejection', { ...path, body: { reason: said.reason } })), t('school.rejected'));
  };
  const mayMerge = hasRole(me, 'prefecture_admin', 'province_admin', 'system_admin') && school.status !== 'merged';
  return (
    <div className="stack">
      <dl className="facts">
        <dt>{t('school.place')}</dt><dd>{school.prefecture} {school.county}</dd>
        <dt>{t('school.type')}</dt><dd>{t(`school.typeWord.${school.schoolType}`)}</dd>
        <dt>{t('school.stages')}</dt><dd>{school.stages.map((stage) => t(`shell:schoolStage.${stage}`)).join(t('comma'))}</dd>
        <dt>{t('school.code')}</dt><dd>{school.code ?? '–'}</dd>
        <dt>{t('school.people')}</dt><dd><Link to={`/admin/people?q=${encodeURIComponent(school.name)}`}>{school.people}</Link></dd>
        {school.decisionReason && <><dt>{t('school.reason')}</dt><dd>{school.decisionReason}</dd></>}
        {school.mergedIntoId && <><dt>{t('school.mergedInto')}</dt><dd><Link to={`/admin/schools/${school.mergedIntoId}`}>{t('school.open')}</Link></dd></>}
      </dl>
      {others.length > 0 && (
        <section className="note needs" aria-labelledby="likely">
          <p id="likely" style={{ fontWeight: 600 }}>{t('school.likely')}</p>
          <ul>
            {others.map((one) => (
              <li key={one.id}><Link to={`/admin/schools/${one.id}`}>{one.name}</Link> · {one.county} · {t('school.similar', { percent: Math.round(one.similarity * 100) })}</li>
            ))}
          </ul>
        </section>
      )}
      {mayChange(me, 'schools') && school.status !== 'merged' && (
        <div className="row">
          {school.status === 'proposed' && <Button type="primary" onClick={() => void approve()}>{t('school.approve')}</Button>}
          {school.status === 'proposed' && <Button danger onClick={() => void reject()}>{t('school.reject')}</Button>}
          <Button onClick={() => setEditing(true)}>{t('shell:edit')}</Button>
          {mayMerge && <Button onClick={() => setMerging(true)}>{t('school.merge')}</Button>}
        </div>
      )}
      {editing && <EditSchool school={school} onClose={() => setEditing(false)} onSave={(body) => answer(api.PATCH('/api/schools/{id}', { ...path, body }))} onDone={() => void act(async () => setEditing(false), t('saved'))} />}
      {merging && <MergeSchool school={school} onClose={() => setMerging(false)} onDone={() => void cache.invalidateQueries({ queryKey: ['school'] })} />}
    </div>
  );
}

function EditSchool({ school, onClose, onSave, onDone }: { school: School; onClose: () => void; onSave: (body: Schemas['EditSchool']) => Promise<unknown>; onDone: () => void }) {
  const { t } = useTranslation('admin');
  const [form] = Form.useForm<Schemas['EditSchool']>();
  const problems = useFormProblems(form, 'edit-school', (path) => t(`school.${path}`, { defaultValue: '' }));
  const save = async (values: Schemas['EditSchool']): Promise<void> => {
    try {
      await onSave({ ...values, code: values.code || undefined });
      onDone();
    } catch (error) {
      problems.take(error);
    }
  };
  return (
    <Modal open title={school.name} okText={t('shell:saveWord')} onOk={form.submit} onCancel={onClose} destroyOnHidden>
      {problems.list}
      <Form form={form} name="edit-school" layout="vertical" onFinish={(values) => void save(values)} initialValues={{ name: school.name, code: school.code ?? '', schoolType: school.schoolType, stages: school.stages }}>
        <Form.Item name="name" label={t('school.name')} extra={t('school.nameHint')}><Input maxLength={60} /></Form.Item>
        <Form.Item name="schoolType" label={t('school.type')}>
          <Select options={(['ordinary', 'vocational', 'special', 'international', 'out_of_school', 'teaching_research'] as const).map((value) => ({ value, label: t(`school.typeWord.${value}`) }))} />
        </Form.Item>
        <Form.Item name="stages" label={t('school.stages')}>
          <Select mode="multiple" options={(['primary', 'junior', 'senior'] as const).map((value) => ({ value, label: t(`shell:schoolStage.${value}`) }))} />
        </Form.Item>
        <Form.Item name="code" label={t('school.code')}><Input maxLength={30} /></Form.Item>
      </Form>
    </Modal>
  );
}
