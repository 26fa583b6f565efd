import { Files } from './files.service.js';
import { UploadPolicy } from './upload-policy.js';
import { UploadSweeper } from './upload-sweeper.service.js';
import { Uploads } from './uploads.service.js';

export const fileProviders = [Files, UploadPolicy, UploadSweeper, Uploads];
