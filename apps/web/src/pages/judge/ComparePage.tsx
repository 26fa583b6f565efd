import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { Page } from '../../layout/Page.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { ComparedTables } from './ComparedTables.js';
import './judge.css';

type Comparing = Schemas['Comparing'];
type Better = Schemas['ComparisonInput']['answer'];

const KEYS: Record<string, Better> = { 1: 'left', 2: 'equal', 3: 'right' };

/** Two works at a time: which is better. Once the panel is locked also what all judges said together. */
export function ComparePage() {
  const { t } = useTranslation('judge');
  const { panelId = '' } = useParams();
  const comparing = useQuery({ queryKey: ['judge', 'comparing', panelId], queryFn: () => answer(api.GET('/api/judge/panels/{panelId}/comparisons', { params: { path: { panelId } } })) });
  return (
    <Page where={[{ label: t('title'), to: '/judge' }]} title={t('compare.title')} asked={t('compare.asked')}>
      <Loaded query={comparing} lines={6}>
        {(data) => (
          <div className="stack">
            <Pairs panelId={panelId} data={data} />
            {data.outcome && <ComparedTables groups={data.outcome} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Pairs({ panelId, data }: { panelId: string; data: Comparing }) {
  const { t } = useTranslation('judge');
  const cache = useQueryClient();
  const [back, setBack] = useState(false);
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const pair = back ? data.last : data.next;

  const decide = useCallback(async (better: Better): Promise<void> => {
    if (!pair || busy) return;
    setBusy(true);
    setFault(undefined);
    try {
      const now = await answer(api.POST('/api/judge/panels/{panelId}/comparisons', { params: { path: { panelId } }, body: { clientKey, left: pair.left.codeId, right: pair.right.codeId, answer: better } }));
      cache.setQueryData(['judge', 'comparing', panelId], now);
      setClientKey(crypto.randomUUID());
      setBack(false);
    } catch (error) {
      setFault(asApiError(error).message);
    } finally {
      setBusy(false);
    }
  }, [pair, busy, panelId, clientKey, cache]);

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const better = KEYS[event.key];
      const field = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (!better || field || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      void decide(better);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [decide]);

  if (data.enough === 0) return <Empty title={t('compare.none')} how={t('compare.noneHow')} />;
  return (
    <section className="stack" aria-label={t('compare.question')}>
      <p className="row between" role="status" style={{ margin: 0 }}>
        <span className="tnum">{t(data.answered >= data.enough ? 'compare.progressEnough' : 'compare.progress', { done: data.answered, enough: data.enough })}</span>
        {data.last && <Button onClick={() => setBack(!back)}>{t(back ? 'compare.forward' : 'compare.back')}</Button>}
      </p>
      {!pair ? <p className="note good">{t('compare.finished')}</p> : (
        <>
          <h2 className="compare-question">{t(back ? 'compare.questionAgain' : 'compare.question')}</h2>
          <div className="compare-pair">
            <Side entry={pair.left} shortcut="1" busy={busy} choose={() => void decide('left')} />
            <div className="compare-equal"><Button size="large" disabled={busy} onClick={() => void decide('equal')}>{t('compare.equal')} <kbd>2</kbd></Button></div>
            <Side entry={pair.right} shortcut="3" busy={busy} choose={() => void decide('right')} />
          </div>
          {fault && <p className="note needs" role="alert">{fault} {t('compare.kept')}</p>}
          <p className="quiet small compare-keys">{t('compare.keys')}</p>
        </>
      )}
    </section>
  );
}

function Side({ entry, shortcut, busy, choose }: { entry: Schemas['ComparedEntry']; shortcut: string; busy: boolean; choose: () => void }) {
  const { t } = useTranslation('judge');
  return (
    <article className="card stack-s compare-side" aria-label={entry.code}>
      <h3 className="talk-head"><span className="judge-code tnum">{entry.code}</span> {entry.title}</h3>
      <p className="quiet small" style={{ margin: 0 }}>{entry.groupLabel}</p>
      <p style={{ margin: 0 }}><a href={`/judge/desk/${entry.assignmentId}`} target="_blank" rel="noreferrer">{t('compare.look', { code: entry.code })}</a></p>
      <Button type="primary" size="large" disabled={busy} onClick={choose}>{t('compare.betterOf', { code: entry.code })} <kbd>{shortcut}</kbd></Button>
    </article>
  );
}
