import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/identity';
import { Files, sendFile, type FileReply } from '#libs/platform';
import { Desk } from './desk.queries.js';

/** Sends an entry's file to its judge under a neutral name; nothing of the stored name, its uploader or its time goes along. */
@Injectable()
export class BlindMaterials {
  constructor(private readonly desk: Desk, private readonly files: Files) {}

  async download(actor: Actor, assignmentId: string, number: number, reply: FileReply): Promise<void> {
    const material = await this.desk.material(actor, assignmentId, number);
    await sendFile(reply, await this.files.open(material.fileId), { name: material.name });
  }
}
