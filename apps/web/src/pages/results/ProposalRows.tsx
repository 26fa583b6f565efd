import { Button, Drawer, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { StateTag } from '../../status/StateTag.js';
import { DataTable, type Column } from '../../tables/DataTable.js';
import { apiQuery } from '../../tables/list-query.js';
import { useNarrow } from '../../theme/useDark.js';
import { useAct } from '../secretariat/useAct.js';
import type { Proposal } from './proposal-data.js';

type StoredRow = Schemas['ProposalRow'];

interface Row extends StoredRow {
  /** The prize whose last place is just above this row. */
  lineAbove: string | null;
  /** Equal at a cut that the places do not cover. */
  atCut: boolean;
}

/** Marks where prizes end, as far as the rows follow each other without a gap (a filter leaves gaps). */
function withLines(rows: StoredRow[], cuts: Proposal['cuts']): Row[] {
  const atCut = new Set(cuts.flatMap((cut) => cut.entries));
  return rows.map((row, index) => {
    const above = rows[index - 1];
    const follows = above !== undefined && above.group === row.group && above.position + 1 === row.position;
    return { ...row, lineAbove: follows && above.award !== null && above.award !== row.award ? (above.awardLabel ?? above.award) : null, atCut: atCut.has(row.entryId) };
  });
}

/** The ranked list: every score opens its derivation; what the rules leave to the jury is decided here, with a reason. */
export function ProposalRows({ proposal, writable }: { proposal: Proposal; writable: boolean }) {
  const { t } = useTranslation('results');
  const narrow = useNarrow();
  const [opened, setOpened] = useState<Row>();
  const [deciding, setDeciding] = useState<Row>();
  const columns: Column<Row>[] = [
    { key: 'rank', title: t('column.rank'), align: 'end', width: 70, render: (row) => <span className="tnum">{row.rank ?? '–'}</span> },
    {
      key: 'title', title: t('column.title'), fixed: true, card: 'title', width: 260,
      render: (row) => (
        <span className="stack-s" style={{ gap: 2 }}>
          {row.lineAbove && <span className="cut-line small">{t('lineAbove', { award: row.lineAbove })}</span>}
          <button type="button" className="row-link" onClick={() => setOpened(row)}>{row.title}</button>
          {row.atCut && <span className="small at-cut"><StateTag state="cut" word={t('atCut')} tone="needs" /></span>}
        </span>
      ),
    },
    { key: 'total', title: t('column.total'), align: 'end', card: 'fact', render: (row) => <button type="button" className="row-link tnum" onClick={() => setOpened(row)}>{row.total ?? t(`rowState.${row.state}`)}</button> },
    {
      key: 'award', title: t('column.award'), card: 'fact',
      render: (row) => (
        <span className={`row ${row.leftToJury ? 'at-cut' : ''}`} style={{ gap: 8 }}>
          {row.awardLabel ?? '–'}
          {row.leftToJury && <StateTag state="jury" word={t('leftToJury')} tone="needs" />}
          {row.exception && <StateTag state="exception" word={t('exception')} tone="needs" />}
          {writable && proposal.mayAdmit && (row.exception || (row.award === null && row.state === 'ranked' && !row.leftToJury)) && <Button size="small" onClick={() => setDeciding(row)}>{t(row.exception ? 'decide.verb' : 'admit.verb')}</Button>}
          {writable && row.leftToJury && <Button size="small" onClick={() => setDeciding(row)}>{t('decide.verb')}</Button>}
        </span>
      ),
    },
    { key: 'group', title: t('column.group'), render: (row) => row.groupLabel },
    { key: 'entryNo', title: t('column.entryNo'), render: (row) => <span className="tnum nowrap">{row.entryNo ?? '–'}</span> },
    { key: 'school', title: t('column.school'), hidden: true, render: (row) => row.school },
    { key: 'prefecture', title: t('column.prefecture'), hidden: true, render: (row) => row.prefecture },
  ];
  const levels = [...new Map(proposal.levels.map((level) => [level.level, level.label])).entries()].map(([value, label]) => ({ value, label }));
  const awards = proposal.kind === 'shortlist' ? [{ value: 'finalist', label: t('finalist') }] : levels;
  return (
    <>
      <DataTable<Row>
        id={`proposal-${proposal.kind}`} caption={t(`kind.${proposal.kind}`)} columns={columns} rowKey={(row) => row.entryId} queryKey={[proposal.id, proposal.decisions.length]}
        search={t('search')}
        filters={[{ key: 'award', label: t('column.award'), options: [...awards, { value: 'none', label: t('noAward') }] }, { key: 'leftToJury', label: t('leftToJury'), options: [{ value: 'true', label: t('shell:yes') }] }]}
        load={async (query) => {
          const { leftToJury, ...rest } = apiQuery(query) as Record<string, string>;
          const page = await answer(api.GET('/api/results/proposals/{id}/rows', { params: { path: { id: proposal.id }, query: { ...rest, page: query.page, size: query.size, ...(leftToJury === 'true' && { leftToJury: true }) } } }));
          return { ...page, rows: withLines(page.rows, proposal.cuts) };
        }}
        empty={{ title: t('noRows') }}
      />
      <Drawer open={opened !== undefined} onClose={() => setOpened(undefined)} title={opened?.title} size={narrow ? '100%' : 560}>
        {opened && (
          <div className="stack">
            <dl className="facts">
              <dt>{t('column.entryNo')}</dt><dd>{opened.entryNo ?? '–'}</dd>
              <dt>{t('column.school')}</dt><dd>{opened.school} · {opened.prefecture}</dd>
              <dt>{t('column.rank')}</dt><dd className="tnum">{opened.rank ?? '–'}</dd>
              <dt>{t('column.total')}</dt><dd className="tnum">{opened.total ?? '–'}</dd>
              <dt>{t('column.award')}</dt><dd>{opened.awardLabel ?? '–'}</dd>
            </dl>
            <section>
              <h2>{t('how')}</h2>
              <p className="prose">{opened.explanation}</p>
            </section>
          </div>
        )}
      </Drawer>
      {deciding && <Decide proposal={proposal} row={deciding} awards={awards} close={() => setDeciding(undefined)} />}
    </>
  );
}

function Decide({ proposal, row, awards, close }: { proposal: Proposal; row: Row; awards: { value: string; label: string }[]; close: () => void }) {
  const { t } = useTranslation('results');
  const { busy, run } = useAct();
  const admits = !row.leftToJury;
  const [award, setAward] = useState<string | null>(admits && !row.exception ? (awards[0]?.value ?? null) : row.award);
  const [reason, setReason] = useState('');
  const decide = async (): Promise<void> => {
    if (await run(() => answer(api.POST('/api/results/proposals/{id}/decisions', { params: { path: { id: proposal.id } }, body: { entryId: row.entryId, award, reason: reason.trim() } })))) close();
  };
  return (
    <Modal open title={t(admits ? 'admit.title' : 'decide.title', { title: row.title })} okText={t(admits && !row.exception ? 'admit.verb' : 'decide.verb')} cancelText={t('shell:cancel')} okButtonProps={{ disabled: reason.trim().length < 5, loading: busy }} onOk={() => void decide()} onCancel={close}>
      <div className="stack">
        <p>{t(admits ? 'admit.what' : 'decide.what')}</p>
        <label className="stack-s"><span>{t('column.award')}</span><Select value={award ?? ''} options={[{ value: '', label: t('noAward') }, ...awards]} onChange={(value) => setAward(value || null)} /></label>
        <label className="stack-s"><span>{t('decide.reason')}</span><Input.TextArea rows={3} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} /></label>
      </div>
    </Modal>
  );
}
