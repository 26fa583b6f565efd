import { Injectable } from '@nestjs/common';
import { Refusal } from '../refusal.js';
import type { FileType } from './file-kinds.js';

export interface UploadRequest {
  accountId: string;
  purpose: string;
  name: string;
  /** In bytes. */
  size: number;
  /** What else the uploader sent as metadata, e.g. `{ entryId, slot }`. */
  details: Record<string, string>;
}

export interface UploadLimits {
  maxBytes: number;
  types: FileType[];
}

/**
 * What may be uploaded for which purpose. Rooms declare theirs (limits come from the rulebook) in `onModuleInit`; a rule may refuse
 * (a stranger's entry, a closed stage) before a byte is sent. There is no purpose for everyone: whoever just registered could fill the disk.
 */
@Injectable()
export class UploadPolicy {
  private readonly rules = new Map<string, (request: UploadRequest) => Promise<UploadLimits>>();

  declare(purpose: string, limits: (request: UploadRequest) => Promise<UploadLimits>): void {
    this.rules.set(purpose, limits);
  }

  /** @throws Refusal UPLOAD_PURPOSE_UNKNOWN, and whatever the purpose's rule refuses with */
  async limitsFor(request: UploadRequest): Promise<UploadLimits> {
    const rule = this.rules.get(request.purpose);
    if (!rule) throw new Refusal('invalid', 'UPLOAD_PURPOSE_UNKNOWN', { purpose: request.purpose.slice(0, 40) });
    return rule(request);
  }
}
