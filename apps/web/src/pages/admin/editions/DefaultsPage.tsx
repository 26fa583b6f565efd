import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { asApiError } from '../../../api/problem.js';
import { currentLanguage } from '../../../i18n/index.js';
import { showMoment } from '../../../i18n/time.js';
import { useMe } from '../../../session/session.js';
import { Loaded } from '../../../status/Loaded.js';
import { Empty } from '../../../status/Skeleton.js';
import { mayChange } from '../areas.js';
import { useEdition } from './EditionFrame.js';
import { RuleValue } from './RuleValue.js';

/** Rules for which no source was found: the office reads each with its value and reason, and confirms them before opening. */
export function DefaultsPage() {
  const { t } = useTranslation('admin');
  const edition = useEdition();
  const me = useMe();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const defaults = useQuery({
    queryKey: ['defaults', edition.id, edition.rulebookSha256, currentLanguage()],
    queryFn: () => answer(api.GET('/api/editions/{id}/defaults', { params: { path: { id: edition.id } } })),
  });
  const confirm = async (sha256: string): Promise<void> => {
    setBusy(true);
    try {
      await answer(api.POST('/api/editions/{id}/defaults/confirm', { params: { path: { id: edition.id } }, body: { sha256 } }));
      await Promise.all([cache.invalidateQueries({ queryKey: ['defaults', edition.id] }), cache.invalidateQueries({ queryKey: ['edition', edition.id] })]);
      void message.success(t('defaults.done'));
    } catch (error) {
      void message.error(asApiError(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Loaded query={defaults}>
      {(data) =>
        data.defaults.length === 0 ? (
          <Empty title={t('defaults.empty')} />
        ) : (
          <div className="stack">
            <p className="quiet">{t('defaults.about')}</p>
            {data.confirmed && data.confirmedAt && <p className="note good">✓ {t('defaults.confirmed', { time: showMoment(data.confirmedAt) })}</p>}
            <table className="plain cards">
              <thead>
                <tr><th scope="col">{t('defaults.rule')}</th><th scope="col">{t('defaults.value')}</th><th scope="col">{t('defaults.reason')}</th></tr>
              </thead>
              <tbody>
                {data.defaults.map((one) => (
                  <tr key={one.pointer}>
                    <td className="main">
                      {one.label}
                      <Link className="small block" to={`/admin/editions/${edition.id}/rulebook?at=${encodeURIComponent(one.pointer)}`}>{t('defaults.place', { pointer: one.pointer })}</Link>
                    </td>
                    <td data-label={t('defaults.value')}><RuleValue value={one.holds.value} /></td>
                    <td className="quiet small" data-label={t('defaults.reason')}>{one.reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {!data.confirmed && mayChange(me, 'editions') && (
              <div className="note needs row between">
                <span>{t('defaults.ask', { count: data.defaults.length })}</span>
                <Button type="primary" loading={busy} onClick={() => void confirm(data.sha256)}>{t('defaults.confirm')}</Button>
              </div>
            )}
          </div>
        )
      }
    </Loaded>
  );
}
