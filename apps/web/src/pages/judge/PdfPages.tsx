import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Fonts and character maps that papers do not bring along; the build puts them there. */
const FILES = '/assets/pdf';
const ZOOMS = [1, 1.25, 1.5, 2];

async function openPdf(href: string): Promise<PDFDocumentProxy> {
  const [pdfjs, answer] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), fetch(href)]);
  if (!answer.ok) throw new Error(String(answer.status));
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  return pdfjs.getDocument({ data: await answer.arrayBuffer(), cMapUrl: `${FILES}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${FILES}/fonts/`, useWasm: false, enableXfa: false }).promise;
}

/** A paper page by page inside the desk: tablets show no PDF in a frame, and without a network there is no other window. */
export default function PdfPages({ href, name }: { href: string; name: string }) {
  const { t } = useTranslation('judge');
  const [paper, setPaper] = useState<PDFDocumentProxy | 'failed'>();
  const [zoom, setZoom] = useState(0);

  useEffect(() => {
    let gone = false;
    let opened: PDFDocumentProxy | undefined;
    openPdf(href).then(
      (found) => {
        opened = found;
        if (gone) void found.loadingTask.destroy();
        else setPaper(found);
      },
      () => !gone && setPaper('failed'),
    );
    return () => {
      gone = true;
      void opened?.loadingTask.destroy();
    };
  }, [href]);

  if (paper === 'failed') return <p className="note needs" role="alert">{t('work.noPaper')}</p>;
  if (!paper) return <p className="quiet" role="status">{t('work.opening')}</p>;
  return (
    <div className="pdf">
      <div className="row pdf-tools">
        <span className="quiet small tnum">{t('work.pages', { count: paper.numPages })}</span>
        <span className="row">
          <button type="button" className="btn" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)} aria-label={t('work.smaller')}>−</button>
          <span className="tnum nowrap">{Math.round((ZOOMS[zoom] ?? 1) * 100)} %</span>
          <button type="button" className="btn" disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)} aria-label={t('work.larger')}>+</button>
        </span>
      </div>
      <div className="pdf-pages" role="region" tabIndex={0} aria-label={name}>
        {Array.from({ length: paper.numPages }, (_, index) => <PdfPage key={index} paper={paper} number={index + 1} zoom={ZOOMS[zoom] ?? 1} />)}
      </div>
    </div>
  );
}

/** Drawn when it comes near the screen, and taken back when it is far away: a tablet's memory is small. */
function PdfPage({ paper, number, zoom }: { paper: PDFDocumentProxy; number: number; zoom: number }) {
  const { t } = useTranslation('judge');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  const [shape, setShape] = useState(1.414);

  useEffect(() => {
    const place = canvas.current;
    if (!place) return undefined;
    const watcher = new IntersectionObserver(([seen]) => setNear(seen?.isIntersecting ?? false), { rootMargin: '1200px 0px' });
    watcher.observe(place);
    return () => watcher.disconnect();
  }, []);

  useEffect(() => {
    const place = canvas.current;
    if (!place) return undefined;
    if (!near) {
      place.width = 0;
      return undefined;
    }
    let stop: (() => void) | undefined;
    let gone = false;
    const draw = async (): Promise<void> => {
      const page = await paper.getPage(number);
      if (gone) return;
      const plain = page.getViewport({ scale: 1 });
      setShape(plain.height / plain.width);
      const viewport = page.getViewport({ scale: (place.clientWidth / plain.width) * Math.min(2, devicePixelRatio) });
      place.width = Math.floor(viewport.width);
      place.height = Math.floor(viewport.height);
      const drawing = page.render({ canvas: place, viewport });
      stop = () => drawing.cancel();
      await drawing.promise;
    };
    // A page that is drawn anew before it was ready says so by an error.
    draw().catch(() => undefined);
    return () => {
      gone = true;
      stop?.();
    };
  }, [near, paper, number, zoom]);

  return <canvas ref={canvas} role="img" aria-label={t('work.page', { number })} style={{ width: `${zoom * 100}%`, aspectRatio: `1 / ${shape}` }} />;
}
