import { answer, api, type Schemas } from '../../api/client.js';
import { keepSheet } from './judge-data.js';

/** What a judge types. `clientKey` names this very content, so that sending it again is the same save; `handIn` asks for more than a draft. */
export interface SheetContent {
  clientKey: string;
  values: Record<string, unknown>;
  privateNote: string;
  juryComment: string;
  participantComment: string;
  handIn?: boolean;
}

const PREFIX = 'sheet';

/** The name of a sheet's unsent content on this device. */
export const sheetKey = (accountId: string, assignmentId: string): string => `${accountId}/${PREFIX}/${assignmentId}`;
export const sheetKeys = (accountId: string): string => `${accountId}/${PREFIX}/`;

/** Sends the content, as a draft or handed in; the receipt. */
export async function sendSheet(accountId: string, assignmentId: string, content: SheetContent, baseVersion: number): Promise<Schemas['SheetReceipt']> {
  const { handIn, ...sheet } = content;
  const path = { id: assignmentId };
  const body = { ...sheet, baseVersion };
  const receipt = handIn
    ? await answer(api.POST('/api/judge/assignments/{id}/submit', { params: { path }, body }))
    : await answer(api.PUT('/api/judge/assignments/{id}/sheet', { params: { path }, body }));
  const { values, privateNote, juryComment, participantComment } = sheet;
  await keepSheet(accountId, assignmentId, { state: receipt.state, version: receipt.version, total: receipt.total, values, privateNote, juryComment, participantComment });
  return receipt;
}
