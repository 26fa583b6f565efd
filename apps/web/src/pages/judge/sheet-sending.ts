import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { keepSheet } from './judge-data.js';

/** What a judge types. `clientKey` names this very content, so that sending it again is the same save; `handIn` asks for more than a draft. */
export interface SheetContent {
  clientKey: string;
  values: Record<string, unknown>;
  privateNote: string;
  juryComment: string;
  participantComment: string;
  secondsSpent?: number;
  handIn?: boolean;
  /** Keys of earlier contents that were sent without an answer coming back: the server may have one of them. */
  unanswered?: string[];
}

export type Receipt = Schemas['SheetReceipt'];

const PREFIX = 'sheet';

/** The name of a sheet's unsent content on this device. */
export const sheetKey = (accountId: string, assignmentId: string): string => `${accountId}/${PREFIX}/${assignmentId}`;
export const sheetKeys = (accountId: string): string => `${accountId}/${PREFIX}/`;

/** Sends the content, as a draft or handed in; the receipt. What the server has from this very desk, its answer lost on the way, is no conflict. */
export async function sendSheet(accountId: string, assignmentId: string, content: SheetContent, baseVersion: number): Promise<Receipt> {
  const receipt = await send(assignmentId, content, baseVersion).catch(async (error: unknown) => {
    const own = asApiError(error).code === 'SHEET_CHANGED' && content.unanswered?.length ? await lastReceipt(assignmentId) : undefined;
    if (!own || !content.unanswered?.includes(own.clientKey)) throw error;
    return send(assignmentId, content, own.version);
  });
  const { values, privateNote, juryComment, participantComment, secondsSpent = null } = content;
  await keepSheet(accountId, assignmentId, { state: receipt.state, version: receipt.version, total: receipt.total, values, privateNote, juryComment, participantComment, secondsSpent });
  return receipt;
}

function send(assignmentId: string, { handIn, unanswered: _own, ...sheet }: SheetContent, baseVersion: number): Promise<Receipt> {
  const request = { params: { path: { id: assignmentId } }, body: { ...sheet, baseVersion } };
  return handIn ? answer(api.POST('/api/judge/assignments/{id}/submit', request)) : answer(api.PUT('/api/judge/assignments/{id}/sheet', request));
}

const lastReceipt = async (assignmentId: string): Promise<Receipt | undefined> => (await answer(api.GET('/api/judge/assignments/{id}/receipts', { params: { path: { id: assignmentId } } }))).at(-1);
