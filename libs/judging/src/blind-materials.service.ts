import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/identity';
import { Files, sendFile, type FileReply } from '#libs/platform';
import { BlindCopies } from './blind-copies.service.js';
import { Desk } from './desk.queries.js';

/** Sends an entry's file to its judge under a neutral name; nothing of the stored name, its uploader, its time or what it says about itself goes along. */
@Injectable()
export class BlindMaterials {
  constructor(private readonly desk: Desk, private readonly files: Files, private readonly copies: BlindCopies) {}

  async download(actor: Actor, assignmentId: string, number: number, reply: FileReply): Promise<void> {
    const material = await this.desk.material(actor, assignmentId, number);
    await sendFile(reply, await this.copies.of(await this.files.open(material.fileId)), { name: material.name });
  }
}
