import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { hasRole, useMe } from '../../session/session.js';
import { Deadline } from '../../status/Deadline.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { StateWithNext } from '../../status/StateTag.js';
import { typeOf, useEditionRules } from './entry-rules.js';
import { words } from './form/words.js';
import { isAuthorsTurn, resultIsOut } from './own-entries.js';
import './wizard.css';

/** What I enter or coach: what waits for me first. */
export function EntriesPage() {
  const { t } = useTranslation('entries');
  const me = useMe();
  const mine = useQuery({ queryKey: ['my-entries'], queryFn: () => answer(api.GET('/api/entries/mine')) });
  const mayBegin = hasRole(me, 'student', 'coach', 'school_admin');
  return (
    <Page
      title={t('title')}
      asked={t('list.asked')}
      actions={mayBegin && <Link className="btn primary" to="/entries/new">{t('list.begin')}</Link>}
    >
      <Loaded query={mine}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('list.empty')} how={t(mayBegin ? 'list.emptyHow' : 'list.emptyHowNot')} />
          ) : (
            <ul className="plain entry-cards">
              {[...rows].sort(byTurn).map((row) => (
                <EntryCard key={row.id} row={row} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

type Row = Schemas['OwnEntryRow'];

/** Returned and offered a place first, then drafts, then the rest; the latest touched first. */
function byTurn(one: Row, other: Row): number {
  const weight = (row: Row): number => (row.state === 'returned' || row.answerBy ? 0 : row.state === 'draft' ? 1 : row.state === 'withdrawn' ? 3 : 2);
  return weight(one) - weight(other) || other.updatedAt.localeCompare(one.updatedAt);
}

function EntryCard({ row }: { row: Row }) {
  const { t } = useTranslation(['entries', 'substitute']);
  const rules = useEditionRules(row.editionId);
  const type = rules.data && typeOf(rules.data, row.type);
  const turn = isAuthorsTurn(row.state);
  return (
    <li className={`card entry-card ${row.state === 'returned' || row.answerBy ? 'needs' : ''}`}>
      <div className="small quiet">{[row.editionName, words(type?.label)].filter(Boolean).join(' · ')}</div>
      <h2><Link to={turn ? `/entries/${row.id}/edit/project` : `/entries/${row.id}`}>{row.title || t('untitled')}</Link></h2>
      <StateWithNext state={row.state} {...(row.answerBy && { next: t('substitute:offered'), until: row.answerBy })} />
      <div className="small quiet">{[row.members.join(t('listComma')), row.schoolName].filter(Boolean).join(' · ')}</div>
      {row.state === 'returned' && row.returnReason && <p className="note needs small clamp">{row.returnReason}</p>}
      {row.answerBy && <Deadline at={row.answerBy} label={t('substitute:until')} />}
      {row.fixBy && row.state === 'returned' && <Deadline at={row.fixBy} label={t('wizard.fixBy')} />}
      <div className="actions">
        <Link className="btn" to={turn ? `/entries/${row.id}/edit/project` : `/entries/${row.id}`}>{t(row.state === 'returned' ? 'overview.fix' : turn ? 'overview.continue' : 'overview.open')}</Link>
        {resultIsOut(row.state) && <Link className="btn" to="/results">{t('overview.result')}</Link>}
        <span className="small quiet tnum" style={{ alignSelf: 'center', marginInlineStart: 'auto' }}>{t('list.touched', { time: showMoment(row.updatedAt) })}</span>
      </div>
    </li>
  );
}
