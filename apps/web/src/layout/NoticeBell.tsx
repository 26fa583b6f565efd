import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../api/client.js';
import { useLive } from '../live/useLive.js';
import { useMe } from '../session/session.js';

/** How many notices are unread; a new one arrives by itself. */
export function NoticeBell() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const cache = useQueryClient();
  const unread = useQuery({ queryKey: ['notices', 'unread'], queryFn: () => answer(api.GET('/api/notices/unread')) });
  useLive([`inbox:${me.id}`], () => void cache.invalidateQueries({ queryKey: ['notices'] }));
  const count = unread.data?.unread ?? 0;
  return (
    <Link className="tool bell" to="/account/notices" aria-label={t(count > 0 ? 'notices.open' : 'notices.none', { count })}>
      <svg width="22" height="22" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
        <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21h4" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      {count > 0 && <span className="count tnum" aria-hidden="true">{count > 99 ? '99+' : count}</span>}
    </Link>
  );
}
