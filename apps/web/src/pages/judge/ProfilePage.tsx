import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useFormProblems } from '../../forms/antd-problems.js';
import { Page } from '../../layout/Page.js';
import { Loaded } from '../../status/Loaded.js';
import { Interests } from './Interests.js';

type Profile = Schemas['JudgeView'];

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
      answer(
        api.PUT('/api/judge/profile', {
          body: {
            employerOrgId: profile.employerOrgId, prefectureId: profile.prefectureId, employer: value.employer, post: value.post, fields: value.fields, loadWish: value.loadWish ?? null,
            aliases: value.aliases ?? [], away: (value.away ?? []).filter((days) => days?.from).map((days) => ({ from: days.from, to: days.to || days.from })),
          },
        }),
      ),
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
      <Form.Item name="aliases" label={t('profile.aliases')} extra={t('profile.aliasesHint')}><Select mode="tags" tokenSeparators={[',', '，', '、', ' ']} open={false} suffixIcon={null} /></Form.Item>
      <fieldset className="stack-s away-days">
        <legend>{t('profile.away')}</legend>
        <p className="quiet small">{t('profile.awayHint')}</p>
        <Form.List name="away">
          {(rows, { add, remove }) => (
            <>
              {rows.map((row) => (
                <div className="row" key={row.key}>
                  <Form.Item name={[row.name, 'from']} label={t('profile.awayFrom')}><Input type="date" /></Form.Item>
                  <Form.Item name={[row.name, 'to']} label={t('profile.awayTo')}><Input type="date" /></Form.Item>
                  <Button aria-label={t('profile.awayRemoveOf', { number: row.name + 1 })} onClick={() => remove(row.name)}>{t('profile.awayRemove')}</Button>
                </div>
              ))}
              <div><Button onClick={() => add({ from: '', to: '' })}>{t('profile.awayAdd')}</Button></div>
            </>
          )}
        </Form.List>
      </fieldset>
      <Button type="primary" size="large" htmlType="submit" loading={save.isPending}>{t(save.isSuccess ? 'profile.saved' : 'shell:saveWord')}</Button>
    </Form>
  );
}
