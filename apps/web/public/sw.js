// Lets a page that was opened once be opened again without a network: the app's own files, and the works on a judge's desk; no other answer of the API.
const CACHE = 'qingsai-app';
const MOST_FILES = 400;
// Emptied at sign-out.
const WORKS = 'qingsai-works';
const MOST_WORKS = 80;

const isFile = (url) => url.origin === location.origin && url.pathname.startsWith('/assets/');
const isWork = (url) => url.origin === location.origin && /^\/api\/judge\/assignments\/[^/]+\/materials\/\d+$/.test(url.pathname);

async function keep(name, most, request, response) {
  const cache = await caches.open(name);
  await cache.put(request, response);
  const files = await cache.keys();
  for (const old of files.slice(0, Math.max(0, files.length - most))) await cache.delete(old);
}

async function file(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await keep(CACHE, MOST_FILES, request, response.clone());
  return response;
}

/** The newest page while there is a network, the last one seen otherwise; every address is the same page. */
async function page(request) {
  try {
    const response = await fetch(request);
    if (response.ok) await keep(CACHE, MOST_FILES, '/', response.clone());
    return response;
  } catch (error) {
    const kept = await caches.match('/');
    if (kept) return kept;
    throw error;
  }
}

/** A part of a kept file, as players ask for it. */
async function partOf(kept, range) {
  const whole = await kept.blob();
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [undefined, '0', ''];
  const start = Number(from);
  const end = to === '' ? whole.size - 1 : Math.min(Number(to), whole.size - 1);
  const headers = { 'content-type': kept.headers.get('content-type') ?? '', 'content-range': `bytes ${start}-${end}/${whole.size}`, 'accept-ranges': 'bytes', 'content-length': String(end - start + 1) };
  return new Response(whole.slice(start, end + 1), { status: 206, headers });
}

/** A work's file: the server decides while it can be asked, what this device holds is for when it cannot. */
async function work(request, event) {
  const range = request.headers.get('range');
  try {
    const response = await fetch(request);
    if (response.status === 200) {
      const copy = response.clone();
      event.waitUntil(keep(WORKS, MOST_WORKS, request.url, copy).catch(() => undefined));
    }
    return response;
  } catch (error) {
    const kept = await (await caches.open(WORKS)).match(request.url);
    if (!kept) throw error;
    return range ? partOf(kept, range) : kept;
  }
}

async function fetchWorks(urls) {
  const cache = await caches.open(WORKS);
  for (const url of urls) {
    if (!isWork(url) || (await cache.match(url.href))) continue;
    const response = await fetch(url.href);
    if (response.status === 200) await keep(WORKS, MOST_WORKS, url.href, response);
  }
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET') return;
  if (isWork(url)) event.respondWith(work(event.request, event));
  if (url.pathname.startsWith('/api')) return;
  if (event.request.mode === 'navigate') event.respondWith(page(event.request));
  else if (isFile(url)) event.respondWith(file(event.request));
});
self.addEventListener('message', (event) => {
  const addresses = (names) => names.map((name) => new URL(name, location.origin));
  // The entries that come next on the desk.
  if (event.data.works) event.waitUntil(fetchWorks(addresses(event.data.works)).catch(() => undefined));
  // What the first page fetched before this worker was there.
  if (event.data.files) {
    const wanted = addresses(['/', ...event.data.files]).filter((url) => url.pathname === '/' || isFile(url));
    event.waitUntil(Promise.all(wanted.map(async (url) => (await caches.match(url.href)) ?? keep(CACHE, MOST_FILES, url.pathname === '/' ? '/' : url.href, await fetch(url)))));
  }
});
