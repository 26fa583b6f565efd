import type { PatchRoutesOnNavigationFunction, RouteObject } from 'react-router';
import { Crash } from './layout/Crash.js';
import { Shell, ShellFallback } from './layout/Shell.js';
import { routes as publicRoutes } from './pages/public/index.js';

/** Each group of pages is its own piece of the download, fetched when an address below its name is first opened. */
const groups = import.meta.glob<{ routes: RouteObject[] }>(['./pages/*/index.tsx', '!./pages/public/index.tsx']);

/** Groups whose pages need nobody signed in, and use no component library (see pages/README.md). All others are behind the sign-in. */
const OPEN = new Set(['guardian', 'forms']);
const added = new Set<string>();

/** Adds a group's routes below `/<group>` when they are first wanted. */
export const addGroup: PatchRoutesOnNavigationFunction = async ({ path, patch }) => {
  const name = path.split('/')[1] ?? '';
  const load = groups[`./pages/${name}/index.tsx`];
  if (!load || added.has(name)) return;
  const { routes } = await load();
  if (added.has(name)) return;
  added.add(name);
  patch(OPEN.has(name) ? 'open' : 'work', [{ path: name, ErrorBoundary: Crash, children: routes }]);
};

export const routes: RouteObject[] = [
  {
    Component: Shell,
    HydrateFallback: ShellFallback,
    ErrorBoundary: Crash,
    children: [
      { id: 'work', lazy: () => import('./layout/Workspace.js').then(({ Workspace }) => ({ Component: Workspace })), ErrorBoundary: Crash, children: [] },
      { id: 'open', ErrorBoundary: Crash, children: publicRoutes },
    ],
  },
];
