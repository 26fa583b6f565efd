import { Injectable } from '@nestjs/common';
import { quotaExceeded, quotaKinds, Quotas, type Level } from '#libs/contests';
import type { Actor } from '#libs/identity';
import { Database, findText, Refusal, refuseIfAny } from '#libs/platform';
import { ChainSteps, type AskedStages, type StepDetails } from './chain-steps.service.js';
import { TRANSITIONS, type EntryAction } from './core/entry-state.js';
import type { ChainAction } from './core/recommendation-chain.js';
import type { BatchDecision, BatchPreview, BatchResult, BatchRow, PlacesView } from './dto/chain.dto.js';
import { EntryNotices } from './entry-notices.service.js';
import { byUnit } from './entry-places.service.js';
import { EntryReach, type ReachedEntry } from './entry-reach.service.js';

interface PlannedStep {
  entry: ReachedEntry;
  level: Level;
  step: EntryAction;
}

interface Plan {
  steps: PlannedStep[];
  rows: BatchRow[];
}

const PLACES = { recommendCounty: 'county', recommendPrefecture: 'prefecture' } as const;
const takesPlaceOf = (step: EntryAction): 'county' | 'prefecture' | undefined => (step === 'recommendCounty' || step === 'recommendPrefecture' ? PLACES[step] : undefined);

/** The same step for many entries: shown first, then taken for all of them or for none. */
@Injectable()
export class BatchDecisions {
  constructor(
    private readonly database: Database,
    private readonly reach: EntryReach,
    private readonly steps: ChainSteps,
    private readonly quotas: Quotas,
    private readonly notices: EntryNotices,
  ) {}

  /** What would happen, entry by entry, how many places it needs and how many people hear of it. Nothing changes. */
  preview(actor: Actor, input: BatchDecision): Promise<BatchPreview> {
    return this.database.transaction(async () => {
      const details = { ...input, action: input.action as ChainAction };
      refuseIfAny(await this.steps.detailProblems(input.editionId, details));
      const plan = await this.plan(actor, input, details);
      const places = await this.placesOf(plan.steps);
      const short = places.filter((one) => one.places !== null && one.used + one.wanted > one.places);
      for (const { entry, step } of plan.steps) {
        const level = takesPlaceOf(step);
        const unitId = level === 'county' ? entry.countyId : entry.prefectureId;
        const full = level && short.find((one) => one.level === level && one.unitId === unitId && quotaKinds(entry.type, entry.groupKey).includes(one.entryType));
        const row = plan.rows.find((one) => one.entryId === entry.id);
        if (full && row) Object.assign(row, refused(row, quotaExceeded(full)));
      }
      const possible = plan.rows.filter((row) => row.possible);
      return { possible: possible.length, refused: plan.rows.length - possible.length, rows: plan.rows, places, notices: await this.notices.audience(possible.map((row) => row.entryId)) };
    });
  }

  /** Takes the step for all, or with `onlyPossible` for those that can take it. Refuses BATCH_REFUSED with every entry that stands in the way, and QUOTA_EXCEEDED; then nothing has changed. */
  decide(actor: Actor, input: BatchDecision): Promise<BatchResult> {
    return this.database.transaction(async () => {
      const details = { ...input, action: input.action as ChainAction };
      refuseIfAny(await this.steps.detailProblems(input.editionId, details));
      const plan = await this.plan(actor, input, details);
      const { rows } = plan;
      const steps = input.onlyPossible ? await this.withinPlaces(plan) : plan.steps;
      if (!input.onlyPossible) refuseIfAny(
        rows.flatMap((row) => (row.possible ? [] : [{ code: row.code ?? 'STEP_NOT_POSSIBLE', path: `entryIds[${input.entryIds.indexOf(row.entryId)}]`, message: row.message ?? undefined }])),
        'BATCH_REFUSED',
      );
      for (const level of ['school', 'county', 'prefecture', 'province'] as const) {
        const here = steps.filter((one) => one.level === level);
        const [first] = here;
        if (first) await this.steps.take(here.map((one) => one.entry), level, first.step, details);
      }
      return { done: steps.length, rows };
    });
  }

  private async plan(actor: Actor, input: BatchDecision, details: StepDetails): Promise<Plan> {
    const ids = [...new Set(input.entryIds)];
    const entries = new Map((await this.reach.forDecision(actor, ids)).filter((entry) => entry.editionId === input.editionId).map((entry) => [entry.id, entry]));
    const plan: Plan = { steps: [], rows: [] };
    const asked: AskedStages = new Map();
    for (const id of ids) {
      const entry = entries.get(id);
      // What is out of reach is answered like what does not exist: no id can be probed by a batch.
      if (!entry) throw new Refusal('missing', 'NOT_FOUND');
      const row: BatchRow = { entryId: id, title: entry.title, fromState: entry.state, toState: null, possible: true, code: null, message: null };
      const standpoint = await this.steps.standpoint(entry, details, asked);
      if ('refusal' in standpoint) {
        plan.rows.push(refused(row, standpoint.refusal));
        continue;
      }
      plan.steps.push({ entry, ...standpoint });
      plan.rows.push({ ...row, toState: TRANSITIONS[entry.state][standpoint.step] ?? null });
    }
    return plan;
  }

  /** The steps that the free places allow, in the order asked for; the others' rows say why not. */
  private async withinPlaces({ steps, rows }: Plan): Promise<PlannedStep[]> {
    const places = await this.placesOf(steps);
    const left = new Map(places.flatMap((one) => (one.places === null ? [] : [[one, one.places - one.used] as const])));
    return steps.filter(({ entry, step }) => {
      const level = takesPlaceOf(step);
      const unitId = level === 'county' ? entry.countyId : entry.prefectureId;
      const counted = level ? [...left.keys()].filter((one) => one.level === level && one.unitId === unitId && quotaKinds(entry.type, entry.groupKey).includes(one.entryType)) : [];
      const full = counted.find((one) => (left.get(one) ?? 0) < 1);
      if (!full) {
        for (const one of counted) left.set(one, (left.get(one) ?? 0) - 1);
        return true;
      }
      const row = rows.find((one) => one.entryId === entry.id);
      if (row) Object.assign(row, refused(row, quotaExceeded({ ...full, used: full.places ?? 0 })));
      return false;
    });
  }

  private async placesOf(steps: PlannedStep[]): Promise<PlacesView[]> {
    const views: PlacesView[] = [];
    for (const level of ['county', 'prefecture'] as const) {
      const taking = steps.filter((one) => takesPlaceOf(one.step) === level).map((one) => one.entry);
      for (const group of byUnit(taking, level)) {
        const unit = await this.database.first<{ name: string }>('SELECT name FROM org_unit WHERE id = $1', [group.unitId]);
        for (const row of await this.quotas.state(group.editionId, level, group.unitId, group.type, group.group)) {
          if (views.some((one) => one.level === level && one.unitId === group.unitId && one.entryType === row.entryType)) continue;
          const wanted = taking.filter((entry) => (level === 'county' ? entry.countyId : entry.prefectureId) === group.unitId && quotaKinds(entry.type, entry.groupKey).includes(row.entryType)).length;
          views.push({ level, unitId: group.unitId, unitName: unit?.name ?? '', ...row, wanted });
        }
      }
    }
    return views;
  }
}

const refused = (row: BatchRow, refusal: Refusal): BatchRow => ({
  ...row, possible: false, toState: null, code: refusal.code, message: findText(`errors.${refusal.code}`, refusal.params) ?? refusal.code,
});
