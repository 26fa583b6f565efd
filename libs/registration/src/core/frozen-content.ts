/** What the prefecture recommends and nobody changes afterwards. Names as on the certificate; no identity numbers, no contacts. */
export interface FrozenContent {
  entryId: string;
  entryNo: string | null;
  editionId: string;
  rulebookSha256: string;
  type: string;
  groupKey: string | null;
  discipline: string | null;
  classKey: string | null;
  title: string;
  form: Record<string, unknown>;
  members: { personId: string; name: string; school: string | null; stage: string | null; grade: string | null; share: string }[];
  coaches: { personId: string; name: string; school: string | null }[];
  materials: { slot: string; number: number; sha256: string }[];
}
