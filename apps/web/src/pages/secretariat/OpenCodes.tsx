import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { stagePath, type Edition } from './secretariat-data.js';
import { StackTable } from './StackTable.js';
import { useAct } from './useAct.js';

/** The province may learn which entry stands behind a code, with a reason that goes into the audit log; shown once, kept nowhere. */
export function OpenCodes({ edition, stageKey }: { edition: Edition; stageKey: string }) {
  const { t } = useTranslation('secretariat');
  const ask = useConfirm();
  const { busy, run } = useAct();
  const [wanted, setWanted] = useState('');
  const [opened, setOpened] = useState<Schemas['OpenedCode'][]>();
  const open = async (): Promise<void> => {
    const codes = wanted.toUpperCase().split(/[\s,，、;；]+/).filter(Boolean);
    const sure = await ask({ title: t('codeOpening.title'), effects: [codes.length > 0 ? t('codeOpening.effectSome', { codes: codes.join('、') }) : t('codeOpening.effectAll'), t('codeOpening.audit')], verb: t('codeOpening.verb'), danger: true, reason: 'required' });
    if (!sure) return;
    await run(async () => setOpened(await answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/codes/open', { params: { path: stagePath(edition, stageKey) }, body: { ...sure, ...(codes.length > 0 && { codes }) } }))));
  };
  return (
    <details className="stage-more">
      <summary><strong>{t('codeOpening.title')}</strong> <span className="quiet">{t('codeOpening.what')}</span></summary>
      <div className="stack">
        <div className="field">
          <label htmlFor="codes-wanted">{t('codeOpening.codes')}</label>
          <p className="hint" id="codes-hint">{t('codeOpening.codesHint')}</p>
          <input id="codes-wanted" aria-describedby="codes-hint" value={wanted} onChange={(event) => setWanted(event.target.value)} />
        </div>
        <div><Button danger size="large" loading={busy} onClick={() => void open()}>{t('codeOpening.verb')}</Button></div>
        {opened && (
          <StackTable
            caption={t('codeOpening.title')} rows={opened} rowKey={(row) => row.code}
            columns={[
              { key: 'code', title: t('column.code'), render: (row) => <span className="tnum nowrap">{row.code}</span> },
              { key: 'title', title: t('column.title'), render: (row) => row.title },
              { key: 'entryNo', title: t('column.entryNo'), render: (row) => row.entryNo ?? '–' },
              { key: 'school', title: t('column.school'), render: (row) => row.school },
            ]}
          />
        )}
      </div>
    </details>
  );
}
