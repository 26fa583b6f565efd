import { EntryClones } from './entry-clones.service.js';
import { EntryHandingController } from './entry-handing.controller.js';
import { EntryHandovers } from './entry-handovers.service.js';
import { EntryHistoryFacts } from './entry-history.queries.js';
import { PrintedForm } from './entities/printed-form.entity.js';
import { ScannedPrint } from './entities/scanned-print.entity.js';
import { FormContents } from './form-contents.queries.js';
import { PrintedForms1764000006010 } from './migrations/registration-1764000006010.js';
import { PastAwards } from './past-awards.js';
import { PrintedFormsController } from './printed-forms.controller.js';
import { PrintedForms } from './printed-forms.service.js';

/** What those who prepare entries work with: copies, handing over, the printed form, the record of earlier editions. */
export const preparationControllers = [PrintedFormsController, EntryHandingController];
export const preparationProviders = [EntryClones, EntryHandovers, EntryHistoryFacts, FormContents, PastAwards, PrintedForms];
export const preparationEntities = [PrintedForm, ScannedPrint];
export const preparationMigrations = [PrintedForms1764000006010];
