import { useTranslation } from 'react-i18next';
import { useServerNow } from '../../api/server-clock.js';

/** What a posted list is at this moment, in words: its notice may be over before the office has confirmed it. */
export function ListState({ state, noticeClosesAt }: { state: string; noticeClosesAt: string }) {
  const { t } = useTranslation('public');
  const over = useServerNow() >= new Date(noticeClosesAt);
  return <span className="quiet small nowrap">{t(`results.state.${state === 'in_notice' && over ? 'notice_over' : state}`)}</span>;
}

/** Page by page, without a component library. */
export function PlainPager({ page, size, total, go }: { page: number; size: number; total: number; go: (page: number) => void }) {
  const { t } = useTranslation('public');
  const pages = Math.max(1, Math.ceil(total / size));
  if (pages === 1) return null;
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      <button type="button" className="btn" disabled={page <= 1} onClick={() => go(page - 1)}>{t('pager.previous')}</button>
      <span className="tnum">{t('pager.at', { page, pages, total })}</span>
      <button type="button" className="btn" disabled={page >= pages} onClick={() => go(page + 1)}>{t('pager.next')}</button>
    </nav>
  );
}

/** A search that acts on Enter or the button. */
export function SearchBox({ value, label, onSearch }: { value: string | undefined; label: string; onSearch: (text: string | null) => void }) {
  const { t } = useTranslation('public');
  return (
    <form
      role="search"
      className="row"
      style={{ flexWrap: 'nowrap' }}
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('q');
        onSearch(typeof text === 'string' && text.trim() ? text.trim() : null);
      }}
    >
      <div className="field" style={{ flex: 1, maxWidth: 420 }}>
        <input key={value ?? ''} type="search" name="q" defaultValue={value} placeholder={label} aria-label={label} maxLength={100} />
      </div>
      <button type="submit" className="btn">{t('search')}</button>
    </form>
  );
}
