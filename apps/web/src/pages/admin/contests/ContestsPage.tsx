import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useFormProblems } from '../../../forms/antd-problems.js';
import { Page } from '../../../layout/Page.js';
import { useMe } from '../../../session/session.js';
import { Loaded } from '../../../status/Loaded.js';
import { Empty } from '../../../status/Skeleton.js';
import { mayChange } from '../areas.js';

type Contest = Schemas['ContestView'];
const KEY = ['contests'];

/** The contests that come back every year: what they are called and who holds them. Each year's edition has its own page. */
export function ContestsPage() {
  const { t } = useTranslation('admin');
  const writable = mayChange(useMe(), 'contests');
  const [open, setOpen] = useState<{ contest?: Contest }>();
  const contests = useQuery({ queryKey: KEY, queryFn: () => answer(api.GET('/api/contests')) });
  return (
    <Page where={[{ label: t('title'), to: '/admin' }]} title={t('area.contests')} asked={t('contest.asked')} actions={writable && <Button type="primary" onClick={() => setOpen({})}>{t('contest.new')}</Button>}>
      <Loaded query={contests} lines={4}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('contest.empty')} how={t('contest.emptyHow')} />
          ) : (
            <ul className="plain stack-s">
              {rows.map((contest) => (
                <li key={contest.id} className="card stack-s">
                  <div className="row between">
                    <h2>{contest.name}</h2>
                    <span className="row">
                      <Link to={`/admin/editions?contestId=${contest.id}`}>{t('contest.editions')}</Link>
                      {writable && <Button onClick={() => setOpen({ contest })} aria-label={t('contest.editOne', { name: contest.name })}>{t('contest.edit')}</Button>}
                    </span>
                  </div>
                  <dl className="facts">
                    <dt>{t('contest.code')}</dt><dd>{contest.code}</dd>
                    <dt>{t('contest.family')}</dt><dd>{t(`contest.familyWord.${contest.family}`, { defaultValue: contest.family })}</dd>
                    <dt>{t('contest.nameEn')}</dt><dd>{contest.nameEn || '–'}</dd>
                    <dt>{t('contest.organiser')}</dt><dd>{contest.organiser || '–'}</dd>
                    {contest.summary && <><dt>{t('contest.summary')}</dt><dd>{contest.summary}</dd></>}
                  </dl>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {open && <ContestForm contest={open.contest} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

function ContestForm({ contest, onClose }: { contest?: Contest; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const [form] = Form.useForm<Schemas['ContestInput']>();
  const problems = useFormProblems(form, 'contest', (path) => t(`contest.${path}`, { defaultValue: '' }));
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const save = async ({ code, family, ...words }: Schemas['ContestInput']): Promise<void> => {
    setBusy(true);
    problems.clear();
    try {
      if (contest) await answer(api.PATCH('/api/contests/{id}', { params: { path: { id: contest.id } }, body: words }));
      else await answer(api.POST('/api/contests', { body: { code, family, ...words } }));
      await cache.invalidateQueries({ queryKey: KEY });
      onClose();
    } catch (error) {
      problems.take(error);
    } finally {
      setBusy(false);
    }
  };
  const must = [{ required: true, message: t('fill') }];
  return (
    <Modal open title={contest ? t('contest.editOne', { name: contest.name }) : t('contest.new')} okText={t('shell:saveWord')} confirmLoading={busy} onOk={form.submit} onCancel={onClose} destroyOnHidden>
      {problems.list}
      <Form<Schemas['ContestInput']> form={form} name="contest" layout="vertical" initialValues={contest ?? { family: 'innovation' }} onFinish={(values) => void save(values)}>
        <Form.Item name="code" label={t('contest.code')} extra={t('contest.codeHint')} rules={must}><Input disabled={Boolean(contest)} maxLength={8} style={{ width: 160 }} /></Form.Item>
        <Form.Item name="family" label={t('contest.family')} rules={must}>
          <Select disabled={Boolean(contest)} options={(['innovation', 'robotics', 'olympiad'] as const).map((value) => ({ value, label: t(`contest.familyWord.${value}`) }))} />
        </Form.Item>
        <Form.Item name="name" label={t('contest.name')} rules={must}><Input maxLength={80} /></Form.Item>
        <Form.Item name="nameEn" label={t('contest.nameEn')} rules={must}><Input maxLength={160} /></Form.Item>
        <Form.Item name="organiser" label={t('contest.organiser')}><Input maxLength={120} /></Form.Item>
        <Form.Item name="summary" label={t('contest.summary')} extra={t('contest.summaryHint')}><Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} /></Form.Item>
      </Form>
    </Modal>
  );
}
