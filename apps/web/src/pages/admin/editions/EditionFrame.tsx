import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useLocation, useOutletContext, useParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { Page } from '../../../layout/Page.js';
import { Loaded } from '../../../status/Loaded.js';
import { StateTag } from '../../../status/StateTag.js';
import { EditionActs } from './EditionActs.js';
import type { Edition } from './edition-data.js';

const PARTS = ['calendar', 'rulebook', 'defaults', 'quotas'] as const;

/** What the pages of one edition share: its name, state, acts and the way between its parts. */
export function EditionFrame() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams();
  const edition = useQuery({ queryKey: ['edition', id], queryFn: () => answer(api.GET('/api/editions/{id}', { params: { path: { id } } })) });
  const part = useLocation().pathname.split('/')[4] || 'calendar';
  const one = edition.data;
  const running = one?.stages.find((stage) => stage.key === one.stageNow);
  return (
    <Page
      where={[{ label: t('title'), to: '/admin' }, { label: t('area.editions'), to: '/admin/editions' }]}
      title={one?.name ?? t('edition.one')}
      part={t(`edition.part.${part}`)}
      state={one && <StateTag kind="edition" state={one.state} tone={one.state === 'open' ? 'going' : 'plain'} />}
      asked={running && t('edition.runningStage', { stage: running.label })}
      until={running?.closesAt}
      actions={one && <EditionActs edition={one} />}
    >
      <nav className="subnav" aria-label={t('edition.parts')}>
        {PARTS.map((key) => (
          <NavLink key={key} end to={`/admin/editions/${id}${key === 'calendar' ? '' : `/${key}`}`}>{t(`edition.part.${key}`)}</NavLink>
        ))}
      </nav>
      <Loaded query={edition}>{(data) => <Outlet context={data} />}</Loaded>
    </Page>
  );
}

/** The edition of the frame around. */
export const useEdition = (): Edition => useOutletContext<Edition>();
