import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Deadline } from '../status/Deadline.js';

export interface Place {
  label: string;
  to?: string;
}

interface PageProps {
  /** Where am I: contest, edition, stage, from the widest to the nearest. */
  where?: Place[];
  title: string;
  /** The part of the page that is open, for the browser's own title. */
  part?: string;
  /** A state tag or the like, beside the title. */
  state?: ReactNode;
  /** What is asked of the reader here, in one sentence. */
  asked?: ReactNode;
  /** Until when; shown with the time that is left. */
  until?: string | Date;
  untilLabel?: string;
  /** At most one of these is primary. */
  actions?: ReactNode;
  width?: 'wide' | 'narrow' | 'form';
  children?: ReactNode;
}

/** The frame of every page: where am I, what is asked of me and until when, then the work. */
export function Page({ where = [], title, part, state, asked, until, untilLabel, actions, width = 'wide', children }: PageProps) {
  const { t } = useTranslation('shell');
  useEffect(() => {
    document.title = [part, title, t('brand')].filter(Boolean).join(' · ');
  }, [part, title, t]);
  return (
    <main id="main" className={`page ${width === 'wide' ? '' : width}`} tabIndex={-1}>
      <header className="page-head">
        {where.length > 0 && (
          <nav className="where small" aria-label={t('whereAmI')}>
            {where.map((place, index) => (
              <span key={index} className="row" style={{ gap: 6 }}>
                {index > 0 && <span aria-hidden="true">›</span>}
                {place.to ? <Link to={place.to}>{place.label}</Link> : place.label}
              </span>
            ))}
          </nav>
        )}
        <div className="row between">
          <div className="title">
            <h1>{title}</h1>
            {state}
          </div>
          {actions && <div className="row">{actions}</div>}
        </div>
        {(asked || until) && (
          <div className="asked">
            {asked && <p className="quiet">{asked}</p>}
            {until && <Deadline at={until} label={untilLabel ?? t('deadline.label')} />}
          </div>
        )}
      </header>
      {children}
    </main>
  );
}
