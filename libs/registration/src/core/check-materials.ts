import { conditionHolds, type MaterialSlot } from '#libs/contests';
import { askedBy, type FormSubject } from './check-form.js';
import { entryProblem, type CheckedEntry, type EntryProblem, type MaterialFacts } from './entry-facts.js';

const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10;

/** One file against its slot: kind by content, size, pages, resolution, length. */
export function checkFile(file: Omit<MaterialFacts, 'slot'>, slot: MaterialSlot, path: string): EntryProblem[] {
  const words = { slot: slot.label };
  const named = { name: file.name };
  const problems: EntryProblem[] = [];
  if (!slot.kinds.some((kind) => kind === file.kind)) return [entryProblem('FILE_KIND', path, { ...named, kinds: slot.kinds.join(' ') }, words)];
  if (file.bytes > slot.maxBytes) problems.push(entryProblem('FILE_SIZE', path, { ...named, max: megabytes(slot.maxBytes), size: megabytes(file.bytes) }, words));
  if (file.unfit) return [...problems, entryProblem(`FILE_${file.unfit.toUpperCase()}`, path, { ...named, pixels: `${file.longSide ?? 0} × ${file.shortSide ?? 0}` }, words)];
  if (slot.maxPages !== undefined && file.kind === 'pdf') {
    if (file.pages === null) problems.push(entryProblem('FILE_PAGES_UNKNOWN', path, named, words));
    else if (file.pages > slot.maxPages) problems.push(entryProblem('FILE_PAGES', path, { ...named, max: slot.maxPages, pages: file.pages }, words));
  }
  if (file.kind === 'jpg' || file.kind === 'png') problems.push(...checkPicture(file, slot, path));
  if (file.kind === 'mp4' && (slot.minSeconds !== undefined || slot.maxSeconds !== undefined)) {
    const [min, max] = [slot.minSeconds ?? 0, slot.maxSeconds ?? Number.POSITIVE_INFINITY];
    if (file.seconds === null || file.seconds < min || file.seconds > max) {
      problems.push(entryProblem('FILE_SECONDS', path, { ...named, min, max: slot.maxSeconds ?? '', seconds: file.seconds ?? 0 }, words));
    }
  }
  return problems;
}

function checkPicture(file: Omit<MaterialFacts, 'slot'>, slot: MaterialSlot, path: string): EntryProblem[] {
  const words = { slot: slot.label };
  const problems: EntryProblem[] = [];
  const [long, short] = [file.longSide ?? 0, file.shortSide ?? 0];
  if (slot.minLongSide !== undefined && long < slot.minLongSide) problems.push(entryProblem('FILE_RESOLUTION', path, { name: file.name, min: slot.minLongSide, pixels: long }, words));
  if (slot.minShortSide !== undefined && short < slot.minShortSide) problems.push(entryProblem('FILE_SHORT_SIDE', path, { name: file.name, min: slot.minShortSide, pixels: short }, words));
  if (slot.minDpi !== undefined && (file.dpi ?? 0) < slot.minDpi) {
    problems.push(entryProblem(file.dpi === null ? 'FILE_DPI_UNKNOWN' : 'FILE_DPI', path, { name: file.name, min: slot.minDpi, dpi: file.dpi ?? 0 }, words));
  }
  return problems;
}

/** Every slot that is asked for: enough files, not too many, each as it should be. */
export function checkMaterials(entry: FormSubject & Pick<CheckedEntry, 'materials'>): EntryProblem[] {
  const values = askedBy(entry);
  return entry.rules.materials.flatMap((slot) => {
    const path = `materials.${slot.key}`;
    const files = entry.materials.filter((file) => file.slot === slot.key);
    const needed = conditionHolds(slot.when, values);
    const problems = files.flatMap((file, index) => checkFile(file, slot, `${path}[${index}]`));
    if (files.length > slot.max) problems.push(entryProblem('FILE_TOO_MANY', path, { max: slot.max, count: files.length }, { slot: slot.label }));
    if (needed && files.length < slot.min) {
      problems.push(entryProblem(slot.missingCode ?? 'FILE_MISSING', path, { min: slot.min, count: files.length }, { slot: slot.label }));
    }
    return problems.map((problem) => ({ ...problem, neededFor: slot.neededFor }));
  });
}

/** The stamped form must be the print of what the entry says now, from the level on that the rulebook names. */
export function checkStampedPrints(entry: Pick<CheckedEntry, 'rules' | 'stampedPrints'>): EntryProblem[] {
  return entry.rules.materials.flatMap((slot): EntryProblem[] => {
    if (slot.printedForm === undefined) return [];
    const wrong = entry.stampedPrints.find((print) => print.slot === slot.key && print.printed !== print.current);
    if (!wrong) return [];
    const path = `materials.${slot.key}`;
    const words = { slot: slot.label };
    const problem = wrong.printed === null
      ? entryProblem('FORM_NOT_PRINTED', path, { current: shortHash(wrong.current) }, words)
      : entryProblem('FORM_OUTDATED', path, { printed: shortHash(wrong.printed), current: shortHash(wrong.current) }, words);
    return [{ ...problem, neededFor: slot.printedForm }];
  });
}

/** A SHA-256 as it is printed for people: the first 16 figures in groups of four. */
export const shortHash = (sha256: string): string => (sha256.slice(0, 16).match(/.{4}/g) ?? []).join(' ').toUpperCase();
