import { hashOf } from '#libs/scoring';

/** What a printed application form says. Names as on the certificate; no identity numbers, no contacts, not the scan of the form itself. */
export interface FormContent {
  entryId: string;
  editionId: string;
  type: string;
  groupKey: string | null;
  discipline: string | null;
  classKey: string | null;
  title: string;
  form: Record<string, unknown>;
  school: string;
  members: { name: string; sex: string | null; birthDate: string | null; school: string | null; stage: string | null; grade: string | null; share: string }[];
  coaches: { name: string; school: string | null; post: string | null }[];
  materials: { slot: string; name: string; sha256: string }[];
}

/** SHA-256 over the canonical JSON: the same for the same content, whoever prints it and whenever. */
export const formHash = (content: FormContent): string => hashOf(content);
