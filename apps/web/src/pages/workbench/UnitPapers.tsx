import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { showMoment } from '../../i18n/time.js';
import { Failure } from '../../status/Failure.js';
import { chainStep, useWorkbench, type Desk } from './desk.js';

interface UnitPapersProps {
  desk: Desk;
  type: string;
  /** Ids of the entries that wait, in the unit's order. */
  waiting: string[];
}

type Rankable = 'county' | 'prefecture';

/** What goes with a unit's order: scores from a table, substitutes, the list to be stamped. */
export function UnitPapers({ desk, type, waiting }: UnitPapersProps) {
  const { t } = useTranslation('workbench');
  const { edition, rules } = useWorkbench();
  const scope = { editionId: edition.id, level: desk.level, unitId: desk.unitId, type };
  const query = new URLSearchParams(scope).toString();
  const recommends = desk.level === 'county' || desk.level === 'prefecture';
  return (
    <section className="stack" aria-label={t('papers.title')}>
      <div className="row">
        <Link className="btn" to={`/imports?kind=ranking&${query}`}>{t('papers.scores')}</Link>
        {recommends && <a className="btn" href={`/api/recommendation-list?${query}`} download>{t('papers.list')}</a>}
      </div>
      {recommends && chainStep(rules, desk.level)?.substitutes && <SubstituteOrder scope={{ ...scope, level: desk.level as Rankable }} waiting={waiting} />}
    </section>
  );
}

function SubstituteOrder({ scope, waiting }: { scope: { editionId: string; level: Rankable; unitId: string; type: string }; waiting: string[] }) {
  const { t } = useTranslation('workbench');
  const ask = useConfirm();
  const client = useQueryClient();
  const { message } = App.useApp();
  const key = ['workbench', 'substitutes', scope.editionId, scope.unitId, scope.type];
  const rows = useQuery({ queryKey: key, queryFn: () => answer(api.GET('/api/substitutes', { params: { query: scope } })) });
  const save = useMutation({
    mutationFn: (entryIds: string[]) => answer(api.PUT('/api/substitutes', { body: { ...scope, entryIds } })),
    onSuccess: (saved) => {
      client.setQueryData(key, saved);
      void message.success(t('substitutes.saved'));
    },
  });
  const name = async (): Promise<void> => {
    const sure = await ask({ title: t('substitutes.title'), effects: [t('substitutes.effect.order', { count: waiting.length }), t('substitutes.effect.call')], verb: t('substitutes.save') });
    if (sure) save.mutate(waiting);
  };
  const open = rows.data?.filter((row) => row.state === 'waiting' || row.state === 'called') ?? [];
  return (
    <section className="card stack-s" aria-label={t('substitutes.title')}>
      <div className="row between">
        <h2>{t('substitutes.title')}</h2>
        <button type="button" className="btn" disabled={save.isPending || waiting.length === 0} onClick={() => void name()}>{t('substitutes.name')}</button>
      </div>
      <p className="small quiet" style={{ margin: 0 }}>{t('substitutes.about')}</p>
      {save.isError && <Failure error={save.error} />}
      {open.length === 0 ? <p className="quiet" style={{ margin: 0 }}>{t('substitutes.none')}</p> : (
        <ol className="stack-s">
          {open.map((row) => <li key={row.id}><SubstituteLine row={row} /></li>)}
        </ol>
      )}
    </section>
  );
}

function SubstituteLine({ row }: { row: Schemas['SubstituteView'] }) {
  const { t } = useTranslation('workbench');
  return (
    <>
      <strong>{row.title}</strong> <span className="small quiet">{row.schoolName}</span>{' '}
      <span className="small">{row.state === 'called' && row.answerBy ? t('substitutes.called', { until: showMoment(row.answerBy) }) : t('substitutes.waiting')}</span>
    </>
  );
}
