import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../session/session.js';
import { Failure } from '../status/Failure.js';
import { Skeleton } from '../status/Skeleton.js';
import { WorkTheme } from '../theme/WorkTheme.js';

/** Everything behind the sign-in. A session that ends here keeps the page (SignInAgain asks); only who never had one is sent away. */
export function Workspace() {
  const { me, error, refresh } = useSession();
  const { pathname, search } = useLocation();
  if (me === undefined) return <main id="main" className="page">{error ? <Failure error={error} retry={refresh} /> : <Skeleton />}</main>;
  if (me === null) return <Navigate to={`/login?next=${encodeURIComponent(pathname + search)}`} replace />;
  if (me.mustEnrolSecondFactor && pathname !== '/account/security') return <Navigate to="/account/security" replace />;
  return (
    <WorkTheme>
      <Outlet />
    </WorkTheme>
  );
}
