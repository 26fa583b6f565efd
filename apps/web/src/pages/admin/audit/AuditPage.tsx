import { Button, Checkbox, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { fromLocalInput, showDay, showSecond, toLocalInput } from '../../../i18n/time.js';
import { Page } from '../../../layout/Page.js';
import { DataTable, type Column } from '../../../tables/DataTable.js';
import { apiQuery } from '../../../tables/list-query.js';

type Row = Schemas['AuditRowView'];
const SUBJECTS = ['entry', 'person', 'account', 'role_grant', 'org_unit', 'contest', 'edition', 'rulebook_version', 'announcement', 'judge', 'panel', 'assignment', 'score_snapshot', 'award_proposal', 'publication', 'import_run', 'identity_export', 'job', 'delivery', 'installation'];
const KEYS = ['action', 'who', 'subjectId', 'accountId', 'requestId', 'from', 'to', 'changes'] as const;

const DAY = 86_400_000;
/** The list's end is exclusive, a reader's last day is not. */
const endOf = (day: string): string => new Date(Date.parse(fromLocalInput(`${day}T00:00`)) + DAY).toISOString();
const lastDay = (to: string): string => toLocalInput(Date.parse(to) - DAY).slice(0, 10);

/** The append-only log: who did what, when and why; each record opens with what it was before and after. */
export function AuditPage() {
  const { t } = useTranslation('admin');
  const { actionWord, subjectWord } = useWords();
  const [params, setParams] = useSearchParams();
  const [shown, setShown] = useState<Row>();
  const given = Object.fromEntries(KEYS.map((key) => [key, params.get(key) ?? undefined]));
  const put = (changes: Partial<Record<(typeof KEYS)[number], string | undefined>>): void =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        next.delete('page');
        for (const [key, value] of Object.entries(changes)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  const columns: Column<Row>[] = [
    { key: 'at', title: t('audit.at'), fixed: true, render: (row) => <span className="nowrap">{showDay(row.at)} {showSecond(row.at)}</span>, card: 'fact' },
    { key: 'action', title: t('audit.action'), card: 'title', render: (row) => <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={() => setShown(row)}>{actionWord(row.action)}</Button> },
    { key: 'who', title: t('audit.who'), card: 'fact', render: (row) => (row.accountId ? <Link to={`/admin/people/${row.accountId}`}>{row.accountName ?? row.accountId.slice(0, 8)}</Link> : t('audit.system')) },
    { key: 'subject', title: t('audit.subject'), render: (row) => <span>{subjectWord(row.subjectType)} <code>{row.subjectId.slice(0, 8)}</code></span> },
    { key: 'reason', title: t('audit.reason'), render: (row) => row.reason ?? '–' },
    { key: 'position', title: t('audit.position'), hidden: true, align: 'end', render: (row) => row.position },
  ];
  return (
    <Page where={[{ label: t('title'), to: '/admin' }]} title={t('area.audit')} asked={t('audit.asked')}>
      <DataTable<Row>
        id="audit"
        caption={t('area.audit')}
        columns={columns}
        rowKey={(row) => row.id}
        queryKey={[given]}
        load={(query) => answer(api.GET('/api/admin/audit', { params: { query: { ...apiQuery(query), ...given, changes: given.changes === 'true' || undefined } } }))}
        filters={[{ key: 'subjectType', label: t('audit.subject'), options: SUBJECTS.map((value) => ({ value, label: subjectWord(value) })) }]}
        defaults={{ size: 50 }}
        tools={
          <>
            <Input.Search key={given.action} allowClear defaultValue={given.action} placeholder={t('audit.actionHint')} aria-label={t('audit.actionHint')} style={{ width: 220 }} onSearch={(action) => put({ action: action.trim() })} />
            <Input.Search key={`who ${given.who}`} allowClear defaultValue={given.who} placeholder={t('audit.whoHint')} aria-label={t('audit.whoHint')} style={{ width: 180 }} onSearch={(who) => put({ who: who.trim() })} />
            <Checkbox checked={given.changes === 'true'} onChange={(event) => put({ changes: event.target.checked ? 'true' : undefined })}>{t('audit.changes')}</Checkbox>
            <label className="row nowrap">{t('audit.from')}<Input type="date" style={{ width: 160 }} value={given.from ? toLocalInput(given.from).slice(0, 10) : ''} onChange={(event) => put({ from: event.target.value && fromLocalInput(`${event.target.value}T00:00`) })} /></label>
            <label className="row nowrap">{t('audit.to')}<Input type="date" style={{ width: 160 }} value={given.to ? lastDay(given.to) : ''} onChange={(event) => put({ to: event.target.value && endOf(event.target.value) })} /></label>
            {KEYS.some((key) => given[key]) && <Button type="text" onClick={() => put(Object.fromEntries(KEYS.map((key) => [key, undefined])))}>{t('shell:table.clear')}</Button>}
          </>
        }
        empty={{ title: t('audit.empty'), how: t('audit.emptyHow') }}
      />
      <Drawer open={shown !== undefined} onClose={() => setShown(undefined)} size={560} title={shown && actionWord(shown.action)}>
        {shown && <Record row={shown} />}
      </Drawer>
    </Page>
  );
}

/** What actions and subjects are called; one that has no word yet is shown as the log has it. */
function useWords() {
  const { t } = useTranslation('audit');
  return {
    actionWord: (action: string): string => t(`action.${action}`, { defaultValue: action }),
    subjectWord: (type: string): string => t(`subject.${type}`, { defaultValue: type }),
  };
}

function Record({ row }: { row: Row }) {
  const { t } = useTranslation('admin');
  const { actionWord, subjectWord } = useWords();
  return (
    <div className="stack">
      <dl className="facts">
        <dt>{t('audit.at')}</dt><dd>{showDay(row.at)} {showSecond(row.at)}</dd>
        <dt>{t('audit.action')}</dt><dd>{actionWord(row.action)} <code>{row.action}</code></dd>
        <dt>{t('audit.who')}</dt><dd>{row.accountId ? <Link to={`/admin/people/${row.accountId}`}>{row.accountName ?? row.accountId}</Link> : t('audit.system')}{row.accountId && <> <Link className="small" to={`/admin/audit?accountId=${row.accountId}`}>{t('audit.onlyThis')}</Link></>}</dd>
        <dt>{t('audit.subject')}</dt><dd>{subjectWord(row.subjectType)} <Link to={`/admin/audit?subjectId=${row.subjectId}`}>{row.subjectId}</Link></dd>
        <dt>{t('audit.reason')}</dt><dd>{row.reason ?? '–'}</dd>
        <dt>{t('audit.requestId')}</dt><dd><Link to={`/admin/audit?requestId=${row.requestId}`}>{row.requestId}</Link></dd>
        <dt>{t('audit.position')}</dt><dd>{row.position}</dd>
      </dl>
      <h2>{t('audit.before')}</h2>
      <pre className="value">{row.before ? JSON.stringify(row.before, null, 2) : '–'}</pre>
      <h2>{t('audit.after')}</h2>
      <pre className="value">{row.after ? JSON.stringify(row.after, null, 2) : '–'}</pre>
    </div>
  );
}
