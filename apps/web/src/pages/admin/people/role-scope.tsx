import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { hasRole, useMe, type Me } from '../../../session/session.js';
import { useDivisions } from '../schools/divisions.js';

type Role = Schemas['Role'];

/** Where a role counts: at a unit of this kind, and perhaps for one edition only. Mirrors the server's table, which decides. */
const UNIT: Partial<Record<Role, 'province' | 'prefecture' | 'county' | 'school'>> = {
  student: 'school', coach: 'school', school_admin: 'school', county_admin: 'county', prefecture_admin: 'prefecture', province_admin: 'province',
};
const EDITION: readonly Role[] = ['secretariat', 'judge', 'supervisor'];

const LADDER: [string, Role[]][] = [
  ['school_admin', ['coach', 'student']],
  ['county_admin', ['school_admin', 'coach', 'student']],
  ['prefecture_admin', ['county_admin', 'school_admin', 'coach', 'student']],
  ['province_admin', ['prefecture_admin', 'county_admin', 'school_admin', 'coach', 'student', 'guardian', 'secretariat', 'judge', 'supervisor']],
  ['secretariat', ['judge']],
  ['system_admin', ['province_admin', 'prefecture_admin', 'county_admin', 'school_admin', 'coach', 'student', 'guardian', 'secretariat', 'judge', 'supervisor', 'system_admin']],
];

/** Roles that the reader may give: nobody gives the own level or above. */
export function givable(me: Me): Role[] {
  return [...new Set(LADDER.filter(([role]) => hasRole(me, role)).flatMap(([, roles]) => roles))];
}

/** Form fields `role`, `orgUnitId` and `editionId`, each shown where the role has it. */
export function RoleFields() {
  const { t } = useTranslation(['people', 'admin']);
  const me = useMe();
  const form = Form.useFormInstance();
  const role = Form.useWatch('role', form) as Role | undefined;
  const unit = role && UNIT[role];
  return (
    <>
      <Form.Item name="role" label={t('role')} rules={[{ required: true, message: t('admin:fill') }]}>
        <Select options={givable(me).map((value) => ({ value, label: t(`shell:role.${value}`) }))} onChange={() => form.setFieldsValue({ orgUnitId: undefined, editionId: undefined })} />
      </Form.Item>
      {unit && (
        <Form.Item name="orgUnitId" label={t(`at.${unit}`)} rules={[{ required: true, message: t('admin:fill') }]}>
          {unit === 'school' ? <SchoolSelect /> : <DivisionSelect kind={unit} />}
        </Form.Item>
      )}
      {role && EDITION.includes(role) && (
        <Form.Item name="editionId" label={t('edition')} extra={t('editionHint')}>
          <EditionSelect />
        </Form.Item>
      )}
    </>
  );
}

interface Chosen {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

function DivisionSelect({ kind, ...field }: Chosen & { kind: string }) {
  const divisions = useDivisions();
  const byId = new Map(divisions.data?.map((one) => [one.id, one]));
  const options = divisions.data?.filter((one) => one.kind === kind).map((one) => {
    const parent = kind === 'county' && one.parentId ? byId.get(one.parentId) : undefined;
    return { value: one.id, label: parent ? `${parent.name} / ${one.name}` : one.name };
  });
  return <Select {...field} showSearch={{ optionFilterProp: 'label' }} loading={divisions.isPending} options={options} />;
}

/** Schools are many: found by typing a part of the name. */
function SchoolSelect(field: Chosen) {
  const { t } = useTranslation(['people', 'admin']);
  const [typed, setTyped] = useState('');
  const found = useQuery({
    queryKey: ['school-search', typed],
    queryFn: () => answer(api.GET('/api/schools', { params: { query: { status: 'active', size: 50, ...(typed && { q: typed }) } } })),
  });
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      placeholder={t('typeSchool')}
      options={found.data?.rows.map((school) => ({ value: school.id, label: `${school.name}（${school.county}）` }))}
    />
  );
}

function EditionSelect(field: Chosen) {
  const { t } = useTranslation(['people', 'admin']);
  const editions = useQuery({ queryKey: ['editions-all'], queryFn: () => answer(api.GET('/api/editions', { params: { query: { size: 200 } } })) });
  return <Select {...field} allowClear placeholder={t('everyEdition')} loading={editions.isPending} options={editions.data?.rows.map((one) => ({ value: one.id, label: one.name }))} />;
}
