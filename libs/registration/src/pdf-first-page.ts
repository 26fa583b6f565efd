import type { RenderParameters } from 'pdfjs-dist/types/src/display/api.js';
import sharp from 'sharp';
import { withPdf } from './pdf-reading.js';

interface DrawingFactory {
  create(width: number, height: number): { canvas: { toBuffer(type: 'image/png'): Buffer }; context: object };
}

/**
 * The first page of a PDF as a JPEG `width` pixels wide; null where no drawing library is installed for this machine (it comes as
 * an optional package).
 */
export function drawFirstPage(content: Buffer, width: number): Promise<Buffer | null> {
  return withPdf(content, async (pdf) => {
    const page = await pdf.getPage(1);
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: Math.min(width / natural.width, (width * 2) / natural.height) });
    const factory = pdf.canvasFactory as DrawingFactory;
    let drawn: ReturnType<DrawingFactory['create']>;
    try {
      drawn = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
    } catch {
      return null;
    }
    await page.render({ canvas: null, canvasContext: drawn.context as RenderParameters['canvasContext'], viewport }).promise;
    return sharp(drawn.canvas.toBuffer('image/png')).flatten({ background: '#ffffff' }).jpeg({ quality: 75 }).toBuffer();
  });
}
