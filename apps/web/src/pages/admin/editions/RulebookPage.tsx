import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { showMoment } from '../../../i18n/time.js';
import { useMe } from '../../../session/session.js';
import { Loaded } from '../../../status/Loaded.js';
import { mayChange } from '../areas.js';
import { useEdition } from './EditionFrame.js';
import { RulebookEditor } from './RulebookEditor.js';

/** The rules in force as one document: edited while the edition is prepared, amended with a reason afterwards. */
export function RulebookPage() {
  const { t } = useTranslation('admin');
  const edition = useEdition();
  const me = useMe();
  const rulebook = useQuery({
    queryKey: ['rulebook', edition.id, edition.rulebookVersionId],
    queryFn: () => answer(api.GET('/api/editions/{id}/rulebook', { params: { path: { id: edition.id } } })),
  });
  return (
    <div className="stack">
      <p className="quiet">{t(edition.rulebookFrozen ? 'rulebook.frozen' : 'rulebook.open')}</p>
      <Loaded query={rulebook} lines={12}>
        {(data) => <RulebookEditor key={data.id} rulebook={data} writable={mayChange(me, 'editions') && edition.state !== 'archived'} frozen={edition.rulebookFrozen} />}
      </Loaded>
      <Versions editionId={edition.id} />
    </div>
  );
}

function Versions({ editionId }: { editionId: string }) {
  const { t } = useTranslation('admin');
  const versions = useQuery({ queryKey: ['rulebook-versions', editionId], queryFn: () => answer(api.GET('/api/editions/{id}/rulebook/versions', { params: { path: { id: editionId } } })) });
  return (
    <section className="stack-s" aria-labelledby="versions">
      <h2 id="versions">{t('rulebook.versions')}</h2>
      <Loaded query={versions} lines={2}>
        {(rows: Schemas['RulebookVersionRow'][]) => (
          <table className="plain cards">
            <thead><tr><th scope="col">{t('rulebook.version')}</th><th scope="col">{t('rulebook.at')}</th><th scope="col">{t('rulebook.reason')}</th><th scope="col">SHA-256</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className="main">{t('edition.rulebookNumber', { number: row.number })}{row.frozen && ` · ${t('rulebook.isFrozen')}`}</td>
                  <td data-label={t('rulebook.at')}>{showMoment(row.createdAt)}</td>
                  <td data-label={t('rulebook.reason')}>{row.reason || '–'}</td>
                  <td data-label="SHA-256"><code>{row.sha256.slice(0, 16)}…</code></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </section>
  );
}
