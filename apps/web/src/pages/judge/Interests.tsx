import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { useFormProblems } from '../../forms/antd-problems.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';

type Interest = Schemas['InterestView'];
type Declaration = Schemas['InterestInput'];
interface Typed {
  kind: 'person' | 'school';
  personName?: string;
  relation?: Declaration['relation'];
  countyId?: string;
  orgId?: string;
  fromYear?: number;
  untilYear?: number;
  note?: string;
}
const RELATIONS = ['kin', 'teacher', 'pupil', 'partner', 'other'] as const;

/** Declared ties: people by name, schools of today and of the past with their years. */
export function Interests() {
  const { t } = useTranslation('judge');
  const ask = useConfirm();
  const cache = useQueryClient();
  const interests = useQuery({ queryKey: ['judge', 'interests'], queryFn: () => answer(api.GET('/api/judge/interests')) });
  const refresh = (): Promise<void> => cache.invalidateQueries({ queryKey: ['judge', 'interests'] });
  const [form] = Form.useForm<Typed>();
  const problems = useFormProblems(form, 'interest');
  const kind = Form.useWatch('kind', form) ?? 'person';
  const declare = useMutation({
    mutationFn: ({ kind: what, personName, relation, orgId, fromYear, untilYear, note }: Typed) =>
      answer(api.POST('/api/judge/interests', { body: what === 'person' ? { kind: 'person', personName, relation, note: note ?? '' } : { kind: 'school', orgId, fromYear: fromYear ?? undefined, untilYear: untilYear ?? undefined, note: note ?? '' } })),
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
  const years = (interest: Interest): string => (interest.fromYear || interest.untilYear ? t('interests.years', { from: interest.fromYear ?? '…', until: interest.untilYear ?? t('interests.now') }) : '');
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
                  <span>
                    {interest.kind === 'person' && interest.relation !== 'other' ? t(`interests.relation.${interest.relation}`) : t(`interests.kind.${interest.kind}`)}：{interest.orgName ?? interest.personName} {years(interest)}
                    {interest.note && <span className="quiet small"> {interest.note}</span>}
                  </span>
                  <Button onClick={() => void lift(interest)}>{t('interests.lift')}</Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Form<Typed> form={form} name="interest" layout="vertical" initialValues={{ kind: 'person', relation: 'kin' }} onFinish={(value) => declare.mutate(value)}>
        {problems.list}
        <Form.Item name="kind" label={t('interests.what')}>
          <Radio.Group options={(['person', 'school'] as const).map((value) => ({ value, label: t(`interests.kind.${value}`) }))} />
        </Form.Item>
        {kind === 'person' ? (
          <>
            <Form.Item name="personName" label={t('interests.person')} required extra={t('interests.personHint')}><Input maxLength={60} /></Form.Item>
            <Form.Item name="relation" label={t('interests.relationLabel')}><Select options={RELATIONS.map((value) => ({ value, label: t(`interests.relation.${value}`) }))} /></Form.Item>
          </>
        ) : (
          <SchoolOfInterest />
        )}
        <Form.Item name="note" label={t('interests.note')}><Input maxLength={500} /></Form.Item>
        <Button htmlType="submit" loading={declare.isPending}>{t('interests.declare')}</Button>
      </Form>
    </section>
  );
}

function SchoolOfInterest() {
  const { t } = useTranslation('judge');
  const form = Form.useFormInstance<Typed>();
  const countyId = Form.useWatch('countyId', form);
  const divisions = useQuery({ queryKey: ['divisions'], queryFn: () => answer(api.GET('/api/divisions')), staleTime: Infinity });
  const schools = useQuery({
    queryKey: ['school-choices', countyId], queryFn: () => answer(api.GET('/api/school-choices', { params: { query: { countyId: countyId ?? '' } } })), enabled: !!countyId,
  });
  const nameOf = new Map(divisions.data?.map((unit) => [unit.id, unit.name]));
  const counties = divisions.data?.filter((unit) => unit.kind === 'county').map((unit) => ({ value: unit.id, label: `${nameOf.get(unit.parentId ?? '') ?? ''} ${unit.name}` }));
  return (
    <>
      <Form.Item name="countyId" label={t('interests.county')}><Select showSearch={{ optionFilterProp: 'label' }} options={counties} loading={divisions.isPending} /></Form.Item>
      <Form.Item name="orgId" label={t('interests.school')} required><Select showSearch={{ optionFilterProp: 'label' }} disabled={!countyId} options={schools.data?.map((one) => ({ value: one.id, label: one.name }))} /></Form.Item>
      <div className="row">
        <Form.Item name="fromYear" label={t('interests.fromYear')}><InputNumber min={1950} max={2200} /></Form.Item>
        <Form.Item name="untilYear" label={t('interests.untilYear')} extra={t('interests.untilHint')}><InputNumber min={1950} max={2200} /></Form.Item>
      </div>
    </>
  );
}
