import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { SelectField } from '../../../forms/plain.js';
import type { Problems } from '../../../forms/problems.js';

/** Prefecture, then county: 122 counties in one list would be too many on a phone. */
export function PlaceOfSchool({ countyId, onCounty, problems }: { countyId: string; onCounty: (id: string) => void; problems: Problems }) {
  const { t } = useTranslation('entrance');
  const [prefectureId, setPrefectureId] = useState('');
  const divisions = useQuery({ queryKey: ['divisions'], queryFn: () => answer(api.GET('/api/divisions')), staleTime: 3_600_000 });
  const prefectures = divisions.data?.filter((one) => one.kind === 'prefecture') ?? [];
  const counties = divisions.data?.filter((one) => one.kind === 'county' && one.parentId === prefectureId) ?? [];
  return (
    <>
      <SelectField
        path="prefecture"
        label={t('register.field.prefecture')}
        required
        value={prefectureId}
        problems={problems}
        onChange={(event) => {
          setPrefectureId(event.target.value);
          onCounty('');
        }}
      >
        <option value="" disabled>{t('register.choose')}</option>
        {prefectures.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
      </SelectField>
      {prefectureId !== '' && (
        <SelectField path="newSchool.countyId" label={t('register.field.newSchool_countyId')} required value={countyId} problems={problems} onChange={(event) => onCounty(event.target.value)}>
          <option value="" disabled>{t('register.choose')}</option>
          {counties.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </SelectField>
      )}
    </>
  );
}
