import { useTranslation } from 'react-i18next';
import { useEditionRules, type Labelled } from '../entries/entry-rules.js';
import { words } from '../entries/form/words.js';
import type { Proposal } from './proposal-data.js';

/** How many places each prize has in each group, how many are given, and the last total that reached it. */
export function Levels({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('results');
  const rules = useEditionRules(proposal.editionId);
  if (proposal.levels.length === 0) return null;
  const label = (list: Labelled[] | undefined, key: string): string => words(list?.find((one) => one.key === key)?.label) || key;
  // The engine's groups are `<type>.<group>`, one of the two, or with the class where classes are ranked by themselves.
  const nameOf = (group: string): string => {
    const [type = '', part, ofClass] = group.split('.');
    const classes = rules.data?.types.find((one) => one.key === type)?.classes;
    return part === undefined ? label([...(rules.data?.types ?? []), ...(rules.data?.groups ?? [])], type) : [label(rules.data?.types, type), label(rules.data?.groups, part), ...(ofClass === undefined ? [] : [label(classes, ofClass)])].join(' · ');
  };
  const groups = [...new Set(proposal.levels.map((level) => level.group))];
  return (
    <section className="card stack-s" aria-label={t('levels')}>
      <h2>{t('levels')}</h2>
      <table className="plain award-levels">
        <caption className="sr-only">{t('levels')}</caption>
        <thead><tr><th scope="col">{t('column.award')}</th><th scope="col">{t('column.seats')}</th><th scope="col">{t('column.line')}</th></tr></thead>
        {groups.map((group) => (
          <tbody key={group}>
            <tr><th scope="rowgroup" colSpan={3}>{nameOf(group)}</th></tr>
            {proposal.levels.filter((level) => level.group === group).map((level) => (
              <tr key={`${level.award}-${level.level}`}>
                <td>{level.label}</td>
                <td className="tnum">{level.awarded}{level.awarded !== level.seats && level.seats !== null && <span className="quiet small"> {t('ofSeats', { seats: level.seats })}</span>}</td>
                <td className="tnum">{level.line ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
