// Lets a page that was opened once be opened again without a network: the app's own files, never the API's answers.
const CACHE = 'qingsai-app';
const MOST_FILES = 400;

const isFile = (url) => url.origin === location.origin && url.pathname.startsWith('/assets/');

async function keep(request, response) {
  const cache = await caches.open(CACHE);
  await cache.put(request, response);
  const files = await cache.keys();
  for (const old of files.slice(0, Math.max(0, files.length - MOST_FILES))) await cache.delete(old);
}

async function file(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await keep(request, response.clone());
  return response;
}

/** The newest page while there is a network, the last one seen otherwise; every address is the same page. */
async function page(request) {
  try {
    const response = await fetch(request);
    if (response.ok) await keep('/', response.clone());
    return response;
  } catch (error) {
    const kept = await caches.match('/');
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.pathname.startsWith('/api')) return;
  if (event.request.mode === 'navigate') event.respondWith(page(event.request));
  else if (isFile(url)) event.respondWith(file(event.request));
});
// What the first page fetched before this worker was there.
self.addEventListener('message', (event) => {
  const wanted = ['/', ...event.data.files].map((name) => new URL(name, location.origin)).filter((url) => url.pathname === '/' || isFile(url));
  event.waitUntil(Promise.all(wanted.map(async (url) => (await caches.match(url.href)) ?? keep(url.pathname === '/' ? '/' : url.href, await fetch(url)))));
});
