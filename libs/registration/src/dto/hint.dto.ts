import { Flag, Instant, ListOf, OneOf, Text } from '#libs/platform';

const VERDICTS = ['cleared', 'upheld'] as const;

export class HintVerdictInput {
  @Text({ min: 32, max: 32, description: 'Key of the hint as the check names it.' }) key: string;
  @OneOf(VERDICTS, { description: 'cleared: looked into, nothing is wrong · upheld: it is true and has to be put right.' }) verdict: 'cleared' | 'upheld';
  @Text({ min: 2, max: 500 }) reason: string;
}

export class HintDecisionView {
  @OneOf(VERDICTS) verdict: string;
  @Text() reason: string;
  @Text({ description: 'Level the official decided for.' }) level: string;
  @Text() decidedBy: string;
  @Instant() decidedAt: string;
}

export class HintView {
  @Text() key: string;
  @Text() code: string;
  @Text() path: string;
  @Text() message: string;
  @Flag({ description: 'The check still says so; otherwise the facts have changed since it was decided.' }) present: boolean;
  @Flag({ description: 'The caller may decide about it now.' }) mayDecide: boolean;
  @ListOf(() => HintDecisionView, { description: 'Newest first; the first one counts.' }) decisions: HintDecisionView[];
}
