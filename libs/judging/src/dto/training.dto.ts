import { Flag, Id, Ids, Instant, Json, ListOf, OneOf, Text, Whole } from '#libs/platform';

export const TRAINING_STATES = ['open', 'passed', 'waived', 'exhausted'] as const;

export class TrainingSettings {
  @Flag({ description: 'No assigned entry opens before the training is passed.' }) required: boolean;
  @Whole({ min: 0, max: 100, description: 'How far a criterion may lie from the reference, in percent of its highest points.' }) tolerancePercent: number;
  @Whole({ min: 1, max: 20, description: 'How often each entry may be scored.' }) attempts: number;
  @Whole({ min: 1, max: 50, description: 'So many entries must have been scored within the tolerance.' }) toPass: number;
}

export class TrainingMaterialView {
  @Whole({ description: 'Number for the download.' }) number: number;
  @Text({ description: 'Neutral name.' }) name: string;
  @Text() contentType: string;
  @Whole() bytes: number;
}

class KnownWork {
  @Text({ min: 1, max: 120 }) title: string;
  @Text({ min: 1, max: 20_000, description: 'The work as judges read it; without names.' }) text: string;
  @Json({ description: 'Values of the score sheet.' }) reference: Record<string, unknown>;
  @Json({ description: 'Why, by criterion.' }) reasons: Record<string, unknown>;
  @Text({ max: 64, optional: true, description: 'Name of the score sheet it is scored on; default: the first of the stage.' }) sheet?: string;
}

export class TrainingEntryInput extends KnownWork {
  @Ids({ max: 10, optional: true, description: 'Uploads for the purpose `training`, in the order in which judges see them.' }) fileIds?: string[];
}

export class TrainingSheet {
  @Text() name: string;
  @Text() label: string;
  @Json({ description: 'The score sheet as the rulebook describes it.' }) rules: Record<string, unknown>;
}

export class TrainingEntryView extends KnownWork {
  @Id() id: string;
  @Whole({ description: 'Files that judges see with it.' }) files: number;
  @Whole({ description: 'Judges who scored it.' }) judges: number;
}

export class TrainingSetView extends TrainingSettings {
  @ListOf(() => TrainingSheet, { description: 'The score sheets of the stage.' }) sheets: TrainingSheet[];
  @ListOf(() => TrainingEntryView) entries: TrainingEntryView[];
}

export class CriterionDistanceView {
  @Text() key: string;
  @Text() label: string;
  @Text() points: string;
  @Text() reference: string;
  @Text({ description: 'Own minus reference.' }) distance: string;
  @Text() tolerance: string;
  @Flag() within: boolean;
  @Text({ description: 'Why the reference is so.' }) why: string;
}

export class TrainingAttemptView {
  @Whole() number: number;
  @Json() values: Record<string, unknown>;
  @ListOf(() => CriterionDistanceView) criteria: CriterionDistanceView[];
  @Flag() within: boolean;
  @Instant() madeAt: string;
}

export class TrainingAttemptInput {
  @Json({ description: 'Values of the score sheet; it must be complete.' }) values: Record<string, unknown>;
}

export class OwnTrainingEntry {
  @Id() id: string;
  @Text() title: string;
  @Whole() tried: number;
  @Flag() within: boolean;
}

export class OwnTraining {
  @Id() editionId: string;
  @Text() editionName: string;
  @Text() stageKey: string;
  @Text() stageLabel: string;
  @Flag() required: boolean;
  @OneOf(TRAINING_STATES) state: string;
  @Whole() tolerancePercent: number;
  @Whole() attempts: number;
  @Whole() toPass: number;
  @ListOf(() => OwnTrainingEntry) entries: OwnTrainingEntry[];
}

export class TrainingTask {
  @Id() id: string;
  @Id() editionId: string;
  @Text() stageKey: string;
  @Text() title: string;
  @Text() text: string;
  @ListOf(() => TrainingMaterialView) materials: TrainingMaterialView[];
  @Json() sheetRules: Record<string, unknown>;
  @Whole({ description: 'Attempts left.' }) left: number;
  @Flag({ description: 'The training of the stage is passed or waived.' }) passed: boolean;
  @ListOf(() => TrainingAttemptView) tries: TrainingAttemptView[];
}

export class TrainingJudgeRow {
  @Id() judgeId: string;
  @Text() name: string;
  @OneOf(TRAINING_STATES) state: string;
  @Whole({ description: 'Entries scored within the tolerance.' }) within: number;
  @Whole({ description: 'Attempts made in all.' }) tries: number;
  @Text({ nullable: true, description: 'Mean distance from the reference over all attempts, in percent of the highest points; positive is more generous.' }) meanDistance: string | null;
  @Text({ nullable: true }) reason: string | null;
}

export class TrainingWaiver {
  @Text({ min: 5, max: 500 }) reason: string;
}
