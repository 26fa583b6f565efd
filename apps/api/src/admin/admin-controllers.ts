import { HealthController } from '../health.controller.js';
import { LiveController } from '../live.controller.js';
import { UploadsController } from '../uploads.controller.js';
import { AuditLog } from './audit-log.service.js';
import { AuditController } from './audit.controller.js';
import { DeliveryDesk } from './delivery-desk.service.js';
import { JobsController } from './jobs.controller.js';
import { NoticesController } from './notices.controller.js';
import { QueueDesk } from './queue-desk.service.js';

/** Controllers of what lies before identity in the order of rooms: files, live updates, health, audit, notices, queues. */
export const adminControllers = [AuditController, HealthController, JobsController, LiveController, NoticesController, UploadsController];

export const adminProviders = [AuditLog, DeliveryDesk, QueueDesk];
