import type { Provider } from '@nestjs/common';
import { Config } from '../config.js';
import { DiskStore } from './disk-store.js';
import { FileStore } from './file-store.js';
import { Files } from './files.service.js';
import { UploadPolicy } from './upload-policy.js';
import { UploadSweeper } from './upload-sweeper.service.js';
import { Uploads } from './uploads.service.js';

const fileStore: Provider = {
  provide: FileStore,
  inject: [Config],
  useFactory: async ({ settings }: Config): Promise<FileStore> => {
    if (!settings.s3) return new DiskStore(settings.dataDir);
    // Loading the S3 client takes half a second; only who uses it waits.
    const { S3Store } = await import('./s3-store.js');
    return new S3Store(settings.s3);
  },
};

export const fileProviders: Provider[] = [fileStore, Files, UploadPolicy, UploadSweeper, Uploads];
