import { Flag, Id, Instant, ListOf, Nested, OneOf, Text, Whole } from '#libs/platform';

export class PrintedFormView {
  @Whole({ description: 'Counts the prints of this entry.' }) number: number;
  @Text() sha256: string;
  @Text({ description: 'The code on the paper: the first 16 figures.' }) code: string;
  @Instant() printedAt: string;
  @Flag({ description: 'The entry still says what this print says.' }) current: boolean;
}

export class ScannedPrintView {
  @Id() materialId: string;
  @Text() slot: string;
  @Text({ nullable: true, description: 'Code of the print it is a scan of; null where nothing was printed before the upload.' }) code: string | null;
  @Flag() current: boolean;
  @Flag({ description: 'Somebody read the code off the paper; otherwise it is taken to be the last print before the upload.' }) named: boolean;
}

export class PrintedFormsView {
  @Text({ description: 'Code of what the entry says now.' }) currentCode: string;
  @Nested(() => PrintedFormView, { nullable: true }) last: PrintedFormView | null;
  @ListOf(() => PrintedFormView) prints: PrintedFormView[];
  @ListOf(() => ScannedPrintView) scans: ScannedPrintView[];
}

export class ScannedCode {
  @Text({ min: 4, max: 80, description: 'As on the paper; at least its first 8 figures.' }) code: string;
}

export class FormCheckView {
  @OneOf(['current', 'outdated', 'unknown']) state: string;
  @Text({ nullable: true }) code: string | null;
  @Text({ nullable: true }) editionName: string | null;
  @Text({ nullable: true }) entryNo: string | null;
  @Instant({ nullable: true }) printedAt: string | null;
}
