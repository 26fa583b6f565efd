import type { TFunction } from 'i18next';
import type { MaterialView } from './entry-data.js';
import type { MaterialSlot } from './entry-rules.js';

type Entries = TFunction<'entries'>;

/** What pictures state that nobody gave a resolution. */
const UNSAID_DPI = 96;

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(bytes < 10_000_000 && bytes % 1_000_000 !== 0 ? 1 : 0);

/** `PDF，不超过 20 MB，不超过 30 页` */
export function slotHint(t: Entries, slot: MaterialSlot): string {
  const parts = [slot.kinds.map((kind) => kind.toUpperCase()).join(' / '), t('materials.maxSize', { size: megabytes(slot.maxBytes) })];
  if (slot.maxPages !== undefined) parts.push(t('materials.maxPages', { pages: slot.maxPages }));
  if (slot.minLongSide !== undefined) parts.push(t('materials.minLongSide', { pixels: slot.minLongSide }));
  if (slot.minShortSide !== undefined) parts.push(t('materials.minShortSide', { pixels: slot.minShortSide }));
  if (slot.minDpi !== undefined) parts.push(t('materials.minDpi', { dpi: slot.minDpi }));
  if (slot.minSeconds !== undefined && slot.maxSeconds !== undefined) parts.push(t('materials.length', { min: slot.minSeconds, max: slot.maxSeconds }));
  else if (slot.maxSeconds !== undefined) parts.push(t('materials.maxLength', { max: slot.maxSeconds }));
  return parts.join(t('comma')) + t('stop');
}

/** `PDF · 3.2 MB · 12 页` */
export function fileFacts(t: Entries, file: MaterialView): string {
  const parts = [file.kind.toUpperCase(), `${megabytes(Math.max(file.sizeBytes, 50_000))} MB`];
  if (file.pages !== null) parts.push(t('materials.pages', { count: file.pages }));
  if (file.width !== null && file.height !== null) parts.push(`${file.width} × ${file.height}${file.dpi === null || file.dpi <= UNSAID_DPI ? '' : ` (${file.dpi} dpi)`}`);
  if (file.seconds !== null) parts.push(t('materials.seconds', { count: file.seconds }));
  return parts.join(' · ');
}

export const fileHref = (entryId: string, file: { id: string }): string => `/api/entries/${entryId}/materials/${file.id}/file`;
