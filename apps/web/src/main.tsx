import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { queries } from './api/queries.js';
import { followServerClock } from './api/server-clock.js';
import { startTexts } from './i18n/index.js';
import { keepAppOnDevice } from './offline.js';
import { addGroup, routes } from './routes.js';
import { SessionProvider } from './session/SessionProvider.js';
import './styles/base.css';
import './styles/shell.css';
import './styles/forms.css';
import './styles/public.css';

followServerClock();
await startTexts();
const router = createBrowserRouter(routes, { patchRoutesOnNavigation: addGroup });

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <SessionProvider>
        <RouterProvider router={router} />
      </SessionProvider>
    </QueryClientProvider>
  </StrictMode>,
);

// After the first page is there, so that it does not compete with it.
if (document.readyState === 'complete') void keepAppOnDevice();
else window.addEventListener('load', () => void keepAppOnDevice());
