import type { EntryTypeRules, Words } from '#libs/contests';

/** A file of an entry as stored; of all this a judge sees the slot, the kind and the size. */
export interface StoredMaterial {
  fileId: string;
  slot: string;
  number: number;
  kind: string;
  bytes: number;
}

export interface NeutralMaterial {
  number: number;
  fileId: string;
  name: string;
  slot: string;
  slotLabel: string;
  contentType: string;
  bytes: number;
}

const TYPES: Record<string, string> = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png', mp4: 'video/mp4' };

/**
 * The files a judge may open, under names that say nothing but what they are ("研究报告-1.pdf"): slots that the rulebook opens to
 * judges, in the rulebook's order, counted anew so that replaced files leave no gap.
 */
export function neutralMaterials(type: EntryTypeRules, stored: readonly StoredMaterial[], say: (words: Words) => string): NeutralMaterial[] {
  const open = type.materials.filter((slot) => slot.forJudges);
  let number = 0;
  return open.flatMap((slot) =>
    stored
      .filter((file) => file.slot === slot.key)
      .sort((a, b) => a.number - b.number)
      .map((file, index) => ({
        number: ++number,
        fileId: file.fileId,
        name: `${say(slot.label)}-${index + 1}.${file.kind in TYPES ? file.kind : 'bin'}`,
        slot: slot.key,
        slotLabel: say(slot.label),
        contentType: TYPES[file.kind] ?? 'application/octet-stream',
        bytes: file.bytes,
      })),
  );
}
