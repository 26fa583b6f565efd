import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Injectable } from '@nestjs/common';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Clock } from '../clock.js';
import { currentContext } from '../context.js';
import { text } from '../texts.js';

/** A document's form in Typst. It gets `{ content, labels, hash, language }` as JSON in `sys.inputs.data`. */
export interface DocumentTemplate<T> {
  name: string;
  source: string;
  /** @throws Error when the content does not fit the form */
  check(content: T): void;
}

const FONTS = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

/** SHA-256 of what a document says: stands on every page, so that a paper can be held against the record. */
export const documentHash = (template: string, content: unknown): string => createHash('sha256').update(`${template}\n${JSON.stringify(content)}`).digest('hex');

/** Sets documents in PDF. It works on the calling thread (about 1 ms a page): long ones belong into a job on the queue `documents`. */
@Injectable()
export class Documents {
  private compiler?: NodeCompiler;

  constructor(private readonly clock: Clock) {}

  /** The PDF; its language is the context's. The same content at the same second gives the same bytes. */
  async render<T extends object>(template: DocumentTemplate<T>, content: T): Promise<Buffer> {
    template.check(content);
    const data = {
      content,
      hash: documentHash(template.name, content),
      language: currentContext().language,
      labels: { hash: text('documents.hash'), page: text('documents.page'), stamp: text('documents.stamp') },
    };
    const compiler = await this.ready();
    const compiled = compiler.compile({ mainFileContent: template.source, inputs: { data: JSON.stringify(data) } });
    const document = compiled.result;
    if (!document) {
      const fault = compiled.takeError();
      throw new Error(`Typst: ${JSON.stringify(fault?.shortDiagnostics ?? 'no result').slice(0, 1_000)}`);
    }
    const pdf = compiler.pdf(document, { creationTimestamp: Math.floor(this.clock.millis() / 1_000) });
    compiler.evictCache(5);
    return pdf;
  }

  /** Loading the compiler and the fonts takes its time, so only whoever prints does it. */
  private async ready(): Promise<NodeCompiler> {
    if (!this.compiler) {
      const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
      const resolve = createRequire(import.meta.url).resolve;
      this.compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: FONTS.map((font) => readFileSync(resolve(`@expo-google-fonts/noto-sans-sc/${font}`))) }] });
    }
    return this.compiler;
  }
}
