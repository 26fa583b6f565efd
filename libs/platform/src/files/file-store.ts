import type { DataStore } from '@tus/server';
import type { ByteSource } from './byte-source.js';

/** Where bytes lie. Keys are made by us (folder and id); nothing that a person typed is ever part of one. */
export abstract class FileStore {
  abstract readonly kind: 'disk' | 's3';
  /** The same place for uploads in parts, as the tus server wants it. */
  abstract readonly tusStore: DataStore;
  abstract open(key: string): Promise<ByteSource>;
  abstract put(key: string, content: Buffer): Promise<void>;
  /** Takes the bytes away for good; nothing happens when they are gone. */
  abstract remove(key: string): Promise<void>;
  /** Makes a finished upload's bytes a file; answers the key they have from then on. */
  abstract adoptUpload(uploadId: string): Promise<string>;
  abstract uploadSource(uploadId: string): Promise<ByteSource>;
  /** Removes the bytes of an upload that is no file; those of one that is stay. */
  abstract discardUpload(uploadId: string): Promise<void>;
  /** @throws when nothing can be stored */
  abstract check(): Promise<void>;
}
