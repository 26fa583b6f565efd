import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a PDF says: its pages' texts and what it tells about itself. */
export interface PdfText {
  pages: string[];
  /** Named facts of the document (Author, Creator, file names of attachments ...) with their texts. */
  facts: [string, string][];
}

export type PdfState = { pages: number } | { refused: 'encrypted' | 'damaged' };

/** Pages beyond this are not read for text; no slot allows as many. */
const MOST_PAGES = 500;
const MOST_CHARACTERS = 2_000_000;
const FACTS_OF_THE_READER = new Set(['PDFFormatVersion', 'EncryptFilterName', 'Language', 'CreationDate', 'ModDate']);

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Opens a PDF, and lets go of everything afterwards. */
export async function withPdf<T>(content: Buffer, look: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({
    // The reader takes the bytes for itself, so it gets its own.
    data: new Uint8Array(content), verbosity: 0, isEvalSupported: false, disableFontFace: true, useSystemFonts: false, enableXfa: false, stopAtErrors: false,
    cMapUrl: join(folder, 'cmaps') + sep, cMapPacked: true, standardFontDataUrl: join(folder, 'standard_fonts') + sep,
  });
  try {
    return await look(await loading.promise);
  } finally {
    await loading.destroy();
  }
}

/** Whether a PDF can be opened by anybody, and how many pages it has. */
export async function openPdf(content: Buffer): Promise<PdfState> {
  try {
    return await withPdf(content, async (pdf) => {
      const { info } = await pdf.getMetadata();
      if ((info as { EncryptFilterName?: string | null }).EncryptFilterName) return { refused: 'encrypted' };
      await pdf.getPage(1);
      return { pages: pdf.numPages };
    });
  } catch (error) {
    return { refused: error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged' };
  }
}

/** The texts of all pages, and the document's facts about itself. @throws when it cannot be read */
export function readPdf(content: Buffer): Promise<PdfText> {
  return withPdf(content, async (pdf) => {
    const pages: string[] = [];
    let characters = 0;
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES) && characters < MOST_CHARACTERS; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      pages.push(text);
      characters += text.length;
      page.cleanup();
    }
    return { pages, facts: await factsOf(pdf) };
  });
}

async function factsOf(pdf: PDFDocumentProxy): Promise<[string, string][]> {
  const { info, metadata } = await pdf.getMetadata();
  const facts: [string, string][] = [];
  const add = (name: string, value: unknown): void => {
    if (typeof value === 'string' && value.trim() !== '') facts.push([name, value.trim()]);
    else if (Array.isArray(value)) for (const one of value) add(name, one);
    else if (value !== null && typeof value === 'object') for (const [key, one] of Object.entries(value)) add(key, one);
  };
  for (const [name, value] of Object.entries(info)) if (!FACTS_OF_THE_READER.has(name)) add(name, value);
  for (const [name, value] of metadata ?? []) add(name, value);
  const attachments = (await pdf.getAttachments()) as Record<string, { filename?: string }> | null;
  for (const [name, attachment] of Object.entries(attachments ?? {})) add('attachment', attachment.filename ?? name);
  return [...new Map(facts.map((fact) => [fact.join('\0'), fact])).values()];
}
