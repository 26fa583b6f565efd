import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchDialog } from './BatchDialog.js';
import { FORWARD, useWorkbench } from './desk.js';
import type { EntryRow } from './workbench-data.js';
import type { BatchAction } from './batch-action.js';


/** One decision for all chosen rows; each opens a preview first. */
export function BatchTools({ rows, done }: { rows: EntryRow[]; done: () => void }) {
  const { t } = useTranslation('workbench');
  const { desk } = useWorkbench();
  const [action, setAction] = useState<BatchAction>();
  if (!desk || rows.length === 0) return null;
  const actions: BatchAction[] = [FORWARD[desk.level], 'return', desk.level === 'province' ? 'declareIneligible' : 'decline'];
  return (
    <>
      <span className="small tnum">{t('batch.chosen', { count: rows.length })}</span>
      {actions.map((one, index) => (
        <button key={one} type="button" className={`btn ${index === 0 ? 'primary' : ''}`} onClick={() => setAction(one)}>{t(`act.${one}`)}</button>
      ))}
      {action && (
        <BatchDialog
          action={action}
          entryIds={rows.map((row) => row.id)}
          close={(decided) => {
            setAction(undefined);
            if (decided) done();
          }}
        />
      )}
    </>
  );
}
