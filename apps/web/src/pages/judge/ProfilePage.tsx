import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { useFormProblems } from '../../forms/antd-problems.js';
import { Page } from '../../layout/Page.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';

type Profile = Schemas['JudgeView'];
type Interest = Schemas['InterestView'];

/** What a judge works in and knows, and with whom the judge is tied: it decides what is assigned and what never is. */
export function ProfilePage() {
  const { t } = useTranslation('judge');
  const profile = useQuery({ queryKey: ['judge', 'profile'], queryFn: () => answer(api.GET('/api/judge/profile')) });
  return (
    <Page where={[{ label: t('title'), to: '/judge' }]} title={t('profile.title')} asked={t('profile.asked')} width="form">
      <div className="stack">
        <Loaded query={profile} lines={6}>{(data) => <ProfileForm profile={data} />}</Loaded>
        <Interests />
      </div>
    </Page>
  );
}

function ProfileForm({ profile }: { profile: Profile }) {
  const { t } = useTranslation('judge');
  const cache = useQueryClient();
  const [form] = Form.useForm<Profile>();
  const problems = useFormProblems(form, 'profile');
  const save = useMutation({
    mutationFn: (value: Profile) =>
      answer(api.PUT('/api/judge/profile', { body: { employerOrgId: profile.employerOrgId, prefectureId: profile.prefectureId, employer: value.employer, post: value.post, fields: value.fields, loadWish: value.loadWish ?? null } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['judge', 'profile'] }),
    onError: problems.take,
  });
  return (
    <Form<Profile> form={form} name="profile" layout="vertical" initialValues={profile} onFinish={(value) => save.mutate(value)}>
      {problems.list}
      <Form.Item name="employer" label={t('profile.employer')} required><Input maxLength={120} /></Form.Item>
      <Form.Item name="post" label={t('profile.post')}><Input maxLength={80} /></Form.Item>
      <Form.Item name="fields" label={t('profile.fields')} extra={t('profile.fieldsHint')}><Select mode="tags" tokenSeparators={[',', '，', '、']} open={false} suffixIcon={null} /></Form.Item>
      <Form.Item name="loadWish" label={t('profile.loadWish')}><InputNumber min={1} max={1000} /></Form.Item>
      <Button type="primary" size="large" htmlType="submit" loading={save.isPending}>{t(save.isSuccess ? 'profile.saved' : 'shell:saveWord')}</Button>
    </Form>
  );
}

function Interests() {
  const { t } = useTranslation('judge');
  const ask = useConfirm();
  const cache = useQueryClient();
  const interests = useQuery({ queryKey: ['judge', 'interests'], queryFn: () => answer(api.GET('/api/judge/interests')) });
  const refresh = (): Promise<void> => cache.invalidateQueries({ queryKey: ['judge', 'interests'] });
  const [form] = Form.useForm<{ personName: string; note: string }>();
  const problems = useFormProblems(form, 'interest');
  const declare = useMutation({
    mutationFn: (value: { personName: string; note: string }) => answer(api.POST('/api/judge/interests', { body: { kind: 'person', personName: value.personName, note: value.note ?? '' } })),
    onSuccess: async () => {
      form.resetFields();
      await refresh();
    },
    onError: problems.take,
  });
  const lift = async (interest: Interest): Promise<void> => {
    const sure = await ask({ title: t('interests.liftTitle'), effects: [t('interests.liftEffect')], verb: t('interests.lift'), danger: true });
    if (!sure) return;
    await answer(api.DELETE('/api/judge/interests/{id}', { params: { path: { id: interest.id } } }));
    await refresh();
  };
  return (
    <section className="card stack" aria-label={t('interests.title')}>
      <h2>{t('interests.title')}</h2>
      <p className="quiet">{t('interests.why')}</p>
      <Loaded query={interests} lines={2}>
        {(list) =>
          list.length === 0 ? <Empty title={t('interests.none')} /> : (
            <ul className="plain stack-s">
              {list.map((interest) => (
                <li key={interest.id} className="row between">
                  <span>{t(`interests.kind.${interest.kind}`)}：{interest.orgName ?? interest.personName} {interest.note && <span className="quiet small">{interest.note}</span>}</span>
                  <Button onClick={() => void lift(interest)}>{t('interests.lift')}</Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Form form={form} name="interest" layout="vertical" onFinish={(value) => declare.mutate(value)}>
        {problems.list}
        <Form.Item name="personName" label={t('interests.person')} required extra={t('interests.personHint')}><Input maxLength={60} /></Form.Item>
        <Form.Item name="note" label={t('interests.note')}><Input maxLength={500} /></Form.Item>
        <Button htmlType="submit" loading={declare.isPending}>{t('interests.declare')}</Button>
      </Form>
    </section>
  );
}
