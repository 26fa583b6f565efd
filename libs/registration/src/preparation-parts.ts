import { registerTexts } from '#libs/platform';
import { EntryClones } from './entry-clones.service.js';
import { EntryHandingController } from './entry-handing.controller.js';
import { EntryHandovers } from './entry-handovers.service.js';
import { EntryHistoryFacts } from './entry-history.queries.js';
import { HintDecision } from './entities/hint-decision.entity.js';
import { PrintedForm } from './entities/printed-form.entity.js';
import { ScannedPrint } from './entities/scanned-print.entity.js';
import { FormContents } from './form-contents.queries.js';
import { HintsController } from './hints.controller.js';
import { Hints } from './hints.service.js';
import { en } from './i18n/hints.en.js';
import { zh } from './i18n/hints.zh.js';
import { HintDecisions1764000009100 } from './migrations/hint-decisions.1764000009100.js';
import { PrintedForms1764000006010 } from './migrations/registration-1764000006010.js';
import { PastAwards } from './past-awards.js';
import { PrintedFormsController } from './printed-forms.controller.js';
import { PrintedForms } from './printed-forms.service.js';

registerTexts(zh, en);

/** What those who prepare and check entries work with: copies, handing over, the printed form, the record of earlier editions, hints and what was decided about them. */
export const preparationControllers = [PrintedFormsController, EntryHandingController, HintsController];
export const preparationProviders = [EntryClones, EntryHandovers, EntryHistoryFacts, FormContents, Hints, PastAwards, PrintedForms];
export const preparationEntities = [HintDecision, PrintedForm, ScannedPrint];
export const preparationMigrations = [PrintedForms1764000006010, HintDecisions1764000009100];
