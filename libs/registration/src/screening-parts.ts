import { registerTexts } from '#libs/platform';
import { BlindReplacement } from './entities/blind-replacement.entity.js';
import { EntryScan } from './entities/entry-scan.entity.js';
import { FileInspection } from './entities/file-inspection.entity.js';
import { LeakFinding } from './entities/leak-finding.entity.js';
import { SimilarityFinding } from './entities/similarity-finding.entity.js';
import { WorkImage, WorkShingle, WorkText } from './entities/work-text.entity.js';
import { EntryScans } from './entry-scans.service.js';
import { FileInspections } from './file-inspections.service.js';
import { FindingDecisions } from './finding-decisions.service.js';
import { FindingsController } from './findings.controller.js';
import { FindingQueries } from './findings.queries.js';
import { JudgedContents } from './judged-content.queries.js';
import { en } from './i18n/screening.en.js';
import { zh } from './i18n/screening.zh.js';
import { ConsentBeforeSubmission1764000006042 } from './migrations/consent-before-submission-1764000006042.js';
import { MaterialInspection1764000006040 } from './migrations/material-inspection-1764000006040.js';
import { Screening1764000006041 } from './migrations/screening-1764000006041.js';
import { ReviewGate } from './review-gate.queries.js';
import { Similarities } from './similarities.service.js';
import { UploadGrace } from './upload-grace.service.js';

registerTexts(zh, en);

/** The parts that look into files, scan entries and compare works. */
export const screeningControllers = [FindingsController];
export const screeningProviders = [EntryScans, FileInspections, FindingDecisions, FindingQueries, JudgedContents, ReviewGate, Similarities, UploadGrace];
export const screeningEntities = [FileInspection, EntryScan, LeakFinding, BlindReplacement, WorkText, WorkShingle, WorkImage, SimilarityFinding];
export const screeningMigrations = [MaterialInspection1764000006040, Screening1764000006041, ConsentBeforeSubmission1764000006042];
