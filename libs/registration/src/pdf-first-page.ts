import type { RenderParameters } from 'pdfjs-dist/types/src/display/api.js';
import sharp from 'sharp';
import { withPdf } from './pdf-reading.js';

interface DrawingFactory {
  create(width: number, height: number): { canvas: object; context: { getImageData(left: number, top: number, width: number, height: number): { data: Uint8ClampedArray } } };
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
    const size = { width: Math.ceil(viewport.width), height: Math.ceil(viewport.height) };
    try {
      drawn = factory.create(size.width, size.height);
    } catch {
      return null;
    }
    await page.render({ canvas: null, canvasContext: drawn.context as RenderParameters['canvasContext'], viewport }).promise;
    // The plain pixels: packing them as PNG first held the whole process up for longer than drawing them.
    const { data } = drawn.context.getImageData(0, 0, size.width, size.height);
    return sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { ...size, channels: 4 } }).flatten({ background: '#ffffff' }).jpeg({ quality: 75 }).toBuffer();
  });
}
