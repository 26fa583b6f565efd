import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useOutletContext, useParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { Page } from '../../../layout/Page.js';
import { Loaded } from '../../../status/Loaded.js';
import { StateTag } from '../../../status/StateTag.js';
import { EditionActs } from './EditionActs.js';
import type { Edition } from './edition-data.js';

const PARTS = ['', 'rulebook', 'defaults', 'quotas'] as const;

/** What the pages of one edition share: its name, state, acts and the way between its parts. */
export function EditionFrame() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams();
  const edition = useQuery({ queryKey: ['edition', id], queryFn: () => answer(api.GET('/api/editions/{id}', { params: { path: { id } } })) });
  const one = edition.data;
  const running = one?.stages.find((stage) => stage.key === one.stageNow);
  return (
    <Page
      where={[{ label: t('title'), to: '/admin' }, { label: t('area.editions'), to: '/admin/editions' }]}
      title={one?.name ?? t('edition.one')}
      state={one && <StateTag kind="edition" state={one.state} tone={one.state === 'open' ? 'going' : 'plain'} />}
      asked={running && t('edition.runningStage', { stage: running.label })}
      until={running?.closesAt}
      actions={one && <EditionActs edition={one} />}
    >
      <nav className="subnav" aria-label={t('edition.parts')}>
        {PARTS.map((part) => (
          <NavLink key={part} end to={`/admin/editions/${id}${part && `/${part}`}`}>{t(`edition.part.${part || 'calendar'}`)}</NavLink>
        ))}
      </nav>
      <Loaded query={edition}>{(data) => <Outlet context={data} />}</Loaded>
    </Page>
  );
}

/** The edition of the frame around. */
export const useEdition = (): Edition => useOutletContext<Edition>();
