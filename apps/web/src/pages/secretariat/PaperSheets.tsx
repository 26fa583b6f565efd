import { checkSheet, type SheetRules } from '#libs/scoring';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { StateTag, type Tone } from '../../status/StateTag.js';
import { words } from '../entries/form/words.js';
import type { PanelDetail } from './secretariat-data.js';
import { StackTable } from './StackTable.js';

type Row = Schemas['PaperRow'];

const TONES: Record<Row['state'], Tone> = { open: 'needs', entered: 'going', verified: 'good', handedIn: 'good' };

/** Sheets on paper: one person enters, another enters the same, then it counts. Nobody sees what the first one typed. */
export function PaperSheets({ panel }: { panel: PanelDetail }) {
  const { t } = useTranslation('secretariat');
  const [open, setOpen] = useState<Row>();
  const list = useQuery({ queryKey: ['panel', panel.id, 'paper'], queryFn: () => answer(api.GET('/api/judging/panels/{panelId}/paper', { params: { path: { panelId: panel.id } } })), refetchInterval: 15_000 });
  return (
    <div className="stack">
      <p className="quiet">{t('paper.what')}</p>
      <Loaded query={list}>
        {({ rows, sheets }) => (
          <>
            {rows.length === 0 ? <Empty title={t('noAssignments')} how={t('noAssignmentsHow')} /> : (
              <StackTable<Row>
                caption={t('part.paper')} rows={rows} rowKey={(row) => row.assignmentId}
                columns={[
                  { key: 'code', title: t('column.code'), render: (row) => <span className="tnum">{row.code}</span> },
                  { key: 'judge', title: t('column.judge'), render: (row) => row.judge },
                  { key: 'state', title: t('column.state'), render: (row) => <><StateTag state={row.state} word={t(`paper.state.${row.state}`)} tone={TONES[row.state]} /> {row.differences > 0 && <span className="small quiet">{t('paper.differences', { count: row.differences })}</span>}</> },
                  { key: 'by', title: t('column.enteredBy'), render: (row) => [row.enteredBy, row.verifiedBy].filter(Boolean).join(' / ') || '–' },
                  { key: 'acts', title: t('column.acts'), quietTitle: true, render: (row) => (row.state === 'open' || row.state === 'entered') && panel.state === 'open' && (
                    <Button aria-label={t('paper.enterOf', { code: row.code, judge: row.judge })} onClick={() => setOpen(row)}>{t(row.state === 'open' ? 'paper.enter' : row.own ? 'paper.again' : 'paper.check')}</Button>
                  ) },
                ]}
              />
            )}
            {open && <PaperForm key={open.assignmentId} row={open} rules={sheets[open.sheet] as SheetRules} close={() => setOpen(undefined)} done={() => void list.refetch()} />}
          </>
        )}
      </Loaded>
    </div>
  );
}

interface PaperFormProps {
  row: Row;
  rules: SheetRules;
  close: () => void;
  done: () => void;
}

function PaperForm({ row, rules, close, done }: PaperFormProps) {
  const { t } = useTranslation('secretariat');
  const [values, setValues] = useState<Record<string, string>>({});
  const [said, setSaid] = useState<{ tone: string; text: string }>();
  const [busy, setBusy] = useState(false);
  const checked = checkSheet(rules, values);
  const label = (key: string): string => words(rules.items.find((item) => item.key === key)?.label) || key;
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      const { outcome, differing } = await answer(api.POST('/api/judging/assignments/{id}/paper', { params: { path: { id: row.assignmentId } }, body: { values, baseVersion: row.version } }));
      done();
      if (outcome === 'different') setSaid({ tone: 'needs', text: t('paper.different', { items: differing.map(label).join('、') }) });
      else close();
    } catch (error) {
      const { message, problems } = asApiError(error);
      setSaid({ tone: 'needs', text: [message, ...problems.map((problem) => problem.message)].join(' ') });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open title={t('paper.enterOf', { code: row.code, judge: row.judge })} okText={t('paper.send')} cancelText={t('shell:cancel')} okButtonProps={{ disabled: checked.total === null || checked.problems.length > 0, loading: busy }} onOk={() => void send()} onCancel={close}>
      <div className="stack">
        <p>{t(row.state === 'entered' && !row.own ? 'paper.secondHow' : 'paper.firstHow')}</p>
        {rules.items.filter((item) => item.kind === 'score').map((item, index) => (
          <label key={item.key} className="row between">
            <span>{words(item.label)} <span className="quiet small tnum">0–{String('max' in item ? item.max : '')}</span></span>
            <Input inputMode="decimal" autoFocus={index === 0} style={{ width: 120 }} size="large" value={values[item.key] ?? ''} onChange={(event) => setValues((old) => ({ ...old, [item.key]: event.target.value.trim() }))} />
          </label>
        ))}
        <p className="row between"><span>{t('column.total')}</span><strong className="tnum">{checked.total ?? '–'}</strong></p>
        {said && <p className={`note ${said.tone}`} role="alert">{said.text}</p>}
      </div>
    </Modal>
  );
}
