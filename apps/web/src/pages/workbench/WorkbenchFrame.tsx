import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useLocation, useSearchParams } from 'react-router';
import { Page } from '../../layout/Page.js';
import { may, useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { useEditionRules } from '../entries/entry-rules.js';
import { words } from '../entries/form/words.js';
import { chainStep, desksOf, type Desk, type WorkbenchContext } from './desk.js';
import { FourFacts } from './FourFacts.js';
import { useCounts, useEditions } from './workbench-data.js';
import './workbench.css';

const PARTS = ['', 'ranking', 'dashboard', 'board', 'waiting'] as const;

/** What the pages of a level share: edition and unit, the four facts, and the way between list, ranking and dashboard. */
export function WorkbenchFrame() {
  const { t } = useTranslation('workbench');
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const { search } = useLocation();
  const editions = useEditions();
  const desks = desksOf(me);
  const desk: Desk | undefined = desks.find((one) => one.unitId === params.get('unit')) ?? desks[0];
  const edition = editions.data?.find((one) => one.id === params.get('edition')) ?? editions.data?.[0];
  const rules = useEditionRules(edition?.id);
  const counts = useCounts(edition?.id);
  const step = rules.data && chainStep(rules.data, desk?.level);
  const stage = edition?.stages.find((one) => one.key === step?.stage);
  const pick = (name: string, value: string): void => setParams({ ...(desks.length > 1 && desk && { unit: desk.unitId }), ...(edition && { edition: edition.id }), [name]: value });
  const kept = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => name === 'edition' || name === 'unit')).toString();
  const title = desk ? t('titleOf', { unit: desk.unitName }) : t('title');

  return (
    <Page
      where={edition ? [{ label: edition.name }, ...(stage ? [{ label: stage.label }] : [])] : []}
      title={title}
      asked={stage && t(`asked.${desk?.level ?? 'reader'}`)}
      actions={
        <span className="row">
          {desks.length > 1 && (
            <select aria-label={t('unit')} className="pick" value={desk?.unitId} onChange={(event) => pick('unit', event.target.value)}>
              {desks.map((one) => <option key={`${one.level}-${one.unitId}`} value={one.unitId}>{one.unitName}</option>)}
            </select>
          )}
          {(editions.data?.length ?? 0) > 1 && (
            <select aria-label={t('edition')} className="pick" value={edition?.id} onChange={(event) => pick('edition', event.target.value)}>
              {editions.data?.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
            </select>
          )}
        </span>
      }
    >
      <Loaded query={editions}>
        {(all) =>
          all.length === 0 || !edition ? (
            <Empty title={t('noEdition')} how={t('noEditionHow')} />
          ) : (
            <Loaded query={rules}>
              {(document) => (
                <Loaded query={counts}>
                  {(counted) => {
                    const context: WorkbenchContext = { edition, rules: document, desk, counts: counted.counts as Record<string, number> };
                    return (
                      <div className="stack">
                        <FourFacts {...context} stage={stage} />
                        <nav className="work-parts" aria-label={t('parts')}>
                          {PARTS.filter((part) => part !== 'waiting' || document.capacity?.waitingList).filter((part) => part !== 'board' || desk?.level !== 'school').filter((part) => part !== 'ranking' || (desk && desk.level !== 'province')).map((part) => (
                            <NavLink key={part} end to={`/workbench${part && `/${part}`}${kept && `?${kept}`}`}>{t(`part.${part || 'list'}`)}</NavLink>
                          ))}
                          {may(me, 'import.run') && <NavLink to="/imports">{t('part.imports')}</NavLink>}
                          {desk && desk.level !== 'school' && <NavLink to={`/admin/editions/${edition.id}/quotas`}>{t('part.quotas')}</NavLink>}
                        </nav>
                        <p className="sr-only">{words(document.title)}</p>
                        <Outlet context={context} />
                      </div>
                    );
                  }}
                </Loaded>
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}
