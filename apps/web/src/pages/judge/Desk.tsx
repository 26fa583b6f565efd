import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { asApiError } from '../../api/problem.js';
import { FoundWork } from '../../drafts/FoundWork.js';
import { Deadline } from '../../status/Deadline.js';
import { SaveState } from '../../status/SaveState.js';
import { useDeskActs } from './desk-acts.js';
import type { BlindEntry, QueueRow } from './judge-data.js';
import { Rubric } from './Rubric.js';
import { useSheet } from './useSheet.js';
import { Work } from './Work.js';

interface DeskProps {
  entry: BlindEntry;
  previous?: QueueRow;
  next?: QueueRow;
  position: number;
  count: number;
  submitted: number;
}

export function Desk({ entry, previous, next, position, count, submitted }: DeskProps) {
  const { t } = useTranslation('judge');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const sheet = useSheet(entry);
  const acts = useDeskActs(entry);
  const [rubricOpen, setRubricOpen] = useState(false);
  const [failure, setFailure] = useState<string>();

  const handIn = async (): Promise<void> => {
    setFailure(undefined);
    try {
      await sheet.submit();
      await cache.invalidateQueries({ queryKey: ['judge', 'queue'] });
      if (next) await navigate(`/judge/desk/${next.assignmentId}`);
      else await navigate('/judge');
    } catch (error) {
      setFailure(asApiError(error).message);
    }
  };

  return (
    <>
      <header className="desk-head">
        <Link to="/judge" className="btn bare">{t('desk.back')}</Link>
        <h1><span className="judge-code tnum">{entry.code}</span> {entry.title}</h1>
        {entry.closesAt && <Deadline at={entry.closesAt} label={t('closes')} />}
        <Dropdown
          menu={{ items: [{ key: 'concern', label: t('desk.concern') }, { key: 'recuse', label: t('desk.recuse'), disabled: !entry.writable }, { key: 'decline', label: t('desk.decline'), disabled: !entry.writable }], onClick: ({ key }) => void acts[key as keyof typeof acts]() }}
          trigger={['click']}
        >
          <Button size="large">{t('desk.more')}</Button>
        </Dropdown>
      </header>
      <FoundWork autosave={sheet.autosave} onTake={sheet.restore} />
      <div className="desk-split" data-rubric={rubricOpen || undefined}>
        <Work entry={entry} />
        <Rubric entry={entry} sheet={sheet} />
      </div>
      <footer className="desk-foot">
        <span className="row desk-steps">
          {previous ? <Link className="btn" to={`/judge/desk/${previous.assignmentId}`}>{t('desk.previous')}</Link> : <span className="btn" aria-disabled="true">{t('desk.previous')}</span>}
          <span className="tnum" title={t('desk.submittedOf', { done: submitted, all: count })}>{position} / {count}</span>
          {next ? <Link className="btn" to={`/judge/desk/${next.assignmentId}`}>{t('desk.next')}</Link> : <span className="btn" aria-disabled="true">{t('desk.next')}</span>}
        </span>
        <span className="desk-save">
          {failure ? <span className="save-state bad" role="alert">! {failure}</span> : <SaveState state={sheet.autosave.state} />}
        </span>
        <span className="row desk-do">
          <button type="button" className="btn desk-toggle" aria-expanded={rubricOpen} onClick={() => setRubricOpen((open) => !open)}>{t(rubricOpen ? 'desk.showWork' : 'desk.showSheet')}</button>
          <Button type="primary" size="large" disabled={!entry.writable || sheet.handedIn || !sheet.complete} onClick={() => void handIn()}>{t(sheet.handedIn ? 'desk.handedIn' : 'desk.handIn')}</Button>
        </span>
      </footer>
    </>
  );
}
