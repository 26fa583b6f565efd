import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { Page } from '../../../layout/Page.js';
import { useMe } from '../../../session/session.js';
import { StateTag, type Tone } from '../../../status/StateTag.js';
import { DataTable, type Column } from '../../../tables/DataTable.js';
import { apiQuery } from '../../../tables/list-query.js';
import { mayChange } from '../areas.js';
import { useDivisionOptions } from './divisions.js';
import { ProposeSchool } from './ProposeSchool.js';

type School = Schemas['SchoolView'];
const STATUSES = ['active', 'proposed', 'rejected', 'merged'] as const;
const TYPES = ['ordinary', 'vocational', 'special', 'international', 'out_of_school', 'teaching_research'] as const;
const STAGES = ['primary', 'junior', 'senior'] as const;
export const SCHOOL_TONES: Record<string, Tone> = { active: 'good', proposed: 'needs', rejected: 'bad', merged: 'plain' };

/** The registry of schools in one's own area; what waits for approval is one filter away. */
export function SchoolsPage() {
  const { t } = useTranslation('admin');
  const me = useMe();
  const navigate = useNavigate();
  const [proposing, setProposing] = useState(false);
  const units = useDivisionOptions(['prefecture', 'county']);
  const columns: Column<School>[] = [
    { key: 'name', title: t('school.name'), fixed: true, card: 'title', sortable: true, render: (school) => <Link to={`/admin/schools/${school.id}`}>{school.name}</Link> },
    { key: 'county', title: t('school.place'), card: 'fact', render: (school) => `${school.prefecture} ${school.county}` },
    { key: 'status', title: t('school.status'), card: 'fact', render: (school) => <StateTag state={school.status} word={t(`school.statusWord.${school.status}`)} tone={SCHOOL_TONES[school.status]} /> },
    { key: 'stages', title: t('school.stages'), render: (school) => school.stages.map((stage) => t(`shell:schoolStage.${stage}`)).join(t('comma')) },
    { key: 'type', title: t('school.type'), render: (school) => t(`school.typeWord.${school.schoolType}`) },
    { key: 'people', title: t('school.people'), align: 'end', render: (school) => school.people },
    { key: 'code', title: t('school.code'), hidden: true, render: (school) => school.code ?? '–' },
  ];
  return (
    <Page
      where={[{ label: t('title'), to: '/admin' }]}
      title={t('area.schools')}
      asked={t('school.asked')}
      actions={mayChange(me, 'schools') && <Button type="primary" onClick={() => setProposing(true)}>{t('school.propose')}</Button>}
    >
      <DataTable<School>
        id="schools"
        caption={t('area.schools')}
        columns={columns}
        rowKey={(school) => school.id}
        search={t('school.search')}
        load={(query) => answer(api.GET('/api/schools', { params: { query: apiQuery(query) } }))}
        filters={[
          { key: 'status', label: t('school.status'), options: STATUSES.map((value) => ({ value, label: t(`school.statusWord.${value}`) })) },
          { key: 'unitId', label: t('school.place'), options: units },
          { key: 'schoolType', label: t('school.type'), options: TYPES.map((value) => ({ value, label: t(`school.typeWord.${value}`) })) },
          { key: 'stage', label: t('school.stages'), options: STAGES.map((value) => ({ value, label: t(`shell:schoolStage.${value}`) })) },
        ]}
        empty={{ title: t('school.empty'), how: t('school.emptyHow') }}
      />
      {proposing && <ProposeSchool onClose={() => setProposing(false)} onDone={(id) => void navigate(`/admin/schools/${id}`)} />}
    </Page>
  );
}
