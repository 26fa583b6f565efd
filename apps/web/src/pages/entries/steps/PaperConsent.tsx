import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { asApiError } from '../../../api/problem.js';
import { ProblemList } from '../../../forms/ProblemList.js';
import { useEntryAct, type EntryView, type MemberView } from '../entry-data.js';

type Given = Schemas['PaperConsent'];

/** A consent that a guardian signed on paper, recorded by the school that keeps the paper. */
export function PaperConsent({ entry, member }: { entry: EntryView; member: MemberView }) {
  const { t } = useTranslation('entries');
  const [guardianName, setName] = useState('');
  const [relation, setRelation] = useState<Given['relation']>('guardian');
  const record = useEntryAct(entry.id, (body: Given) =>
    answer(api.POST('/api/entries/{id}/members/{memberId}/paper-consent', { params: { path: { id: entry.id, memberId: member.id } }, body })));
  const id = `paper-${member.id}`;
  return (
    <details>
      <summary className="small">{t('consents.paper')}</summary>
      <div className="fields" style={{ paddingTop: 12 }}>
        <ProblemList error={record.error ? asApiError(record.error) : undefined} />
        <p className="small quiet" style={{ margin: 0 }}>{t('consents.paperHow')}</p>
        <div className="pair">
          <div className="field">
            <label htmlFor={`${id}-name`} className="label">{t('consents.guardianName')}</label>
            <input id={`${id}-name`} type="text" autoComplete="off" value={guardianName} onChange={(event) => setName(event.target.value)} />
          </div>
          <div className="field">
            <label htmlFor={`${id}-relation`} className="label">{t('consents.relation')}</label>
            <select id={`${id}-relation`} value={relation} onChange={(event) => setRelation(event.target.value as Given['relation'])}>
              {(['father', 'mother', 'guardian'] as const).map((one) => <option key={one} value={one}>{t(`consents.relations.${one}`)}</option>)}
            </select>
          </div>
        </div>
        <div>
          <button
            type="button"
            className="btn"
            disabled={record.isPending || guardianName.trim() === ''}
            onClick={() => record.mutate({ guardianName: guardianName.trim(), relation, decision: 'granted' })}
          >
            {t('consents.paperRecord')}
          </button>
        </div>
      </div>
    </details>
  );
}
