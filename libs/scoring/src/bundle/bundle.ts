import { canonicalJson, hashOf, sha256Hex } from '../canonical/canonical-json.js';
import { ScoringRefusal, type Problem } from '../engine/problem.js';
import { score } from '../engine/score.js';
import type { ScoreInput } from '../engine/score-input.types.js';
import type { ScoreOutput } from '../engine/score-output.types.js';
import { ENGINE_VERSION } from '../engine/version.js';
import { checkSchema } from '../rules/schema/json-schema.js';
import { bundleSchema } from '../rules/schema/input-schema.js';
import { canonicalInput } from './canonical-input.js';

/** A published result with all it was calculated from. Whoever holds it can check it without asking anybody. */
export interface ResultBundle {
  format: 'qingsai-bundle/1';
  engine: string;
  rulebookVersion: string;
  input: ScoreInput;
  output: ScoreOutput;
  /** SHA-256 of the canonical JSON of input (its lists in canonical order) and output. */
  inputHash: string;
  outputHash: string;
  signatures: BundleSignature[];
}

/** A signature over `signedText(bundle)`. Keys and signatures are texts in whatever encoding the algorithm's users agreed on. */
export interface BundleSignature {
  signer: string;
  algorithm: string;
  publicKey: string;
  signature: string;
}

export interface BundleFinding {
  check: 'form' | 'inputHash' | 'outputHash' | 'engine' | 'rulebookVersion' | 'recalculation' | 'signature';
  ok: boolean;
  params: Record<string, string | number>;
}

export interface BundleVerdict {
  /** Everything that could be checked is right. */
  ok: boolean;
  findings: BundleFinding[];
  /** Where the recalculated output differs, as JSON pointers; the first 20. */
  differences: { path: string; published: string; recalculated: string }[];
}

/** Puts a result and its inputs together. The output is calculated here, not taken from anywhere. @throws ScoringRefusal */
export function makeBundle(input: ScoreInput, signatures: BundleSignature[] = []): ResultBundle {
  const ordered = canonicalInput(input);
  const output = score(ordered);
  return {
    format: 'qingsai-bundle/1',
    engine: ENGINE_VERSION,
    rulebookVersion: input.rulebookVersion,
    input: ordered,
    output,
    inputHash: hashOf(ordered),
    outputHash: hashOf(output),
    signatures,
  };
}

/** Hashes of an input and its output, as a bundle carries them. */
export const fingerprint = (input: ScoreInput, output: ScoreOutput): { inputHash: string; outputHash: string } => ({
  inputHash: hashOf(canonicalInput(input)),
  outputHash: hashOf(output),
});

/** The text that is signed: everything that must not change, in four lines. */
export const signedText = (bundle: Pick<ResultBundle, 'format' | 'rulebookVersion' | 'inputHash' | 'outputHash'>): string =>
  [bundle.format, bundle.rulebookVersion, bundle.inputHash, bundle.outputHash].join('\n');

/**
 * Checks a bundle from outside: its form, both hashes, a recalculation from the inputs, and its signatures. `verifySignature` does the cryptography
 * (this library has none); without it a signature counts as not checked, which is not a failure but is said.
 */
export function verifyBundle(document: unknown, verifySignature?: (signature: BundleSignature, text: string) => boolean): BundleVerdict {
  const problems: Problem[] = [];
  checkSchema(document, bundleSchema, bundleSchema, '', problems);
  if (problems.length > 0) {
    const findings = problems.map((one): BundleFinding => ({ check: 'form', ok: false, params: { code: one.code, path: one.path } }));
    return { ok: false, findings, differences: [] };
  }
  const bundle = document as ResultBundle;
  const finding = (check: BundleFinding['check'], ok: boolean, params: BundleFinding['params'] = {}): BundleFinding => ({ check, ok, params });
  const published = canonicalJson(bundle.output);
  const { recalculated, refused } = recalculate(bundle.input);
  const same = recalculated !== null && canonicalJson(recalculated) === published;
  const differences: BundleVerdict['differences'] = [];
  if (recalculated && !same) compareValues('', bundle.output, recalculated, differences);
  const findings = [
    finding('inputHash', hashOf(canonicalInput(bundle.input)) === bundle.inputHash, { published: bundle.inputHash }),
    finding('outputHash', sha256Hex(published) === bundle.outputHash, { published: bundle.outputHash }),
    finding('engine', bundle.engine === ENGINE_VERSION, { published: bundle.engine, here: ENGINE_VERSION }),
    finding('rulebookVersion', bundle.rulebookVersion === bundle.input.rulebookVersion && bundle.rulebookVersion === bundle.output.rulebookVersion, { published: bundle.rulebookVersion }),
    finding('recalculation', same, refused ? { refused } : { differences: differences.length }),
    ...bundle.signatures.map((signature) => signatureFinding(signature, signedText(bundle), verifySignature)),
  ];
  return { ok: findings.every((one) => one.ok), findings, differences };
}

function recalculate(input: ScoreInput): { recalculated: ScoreOutput | null; refused: string } {
  try {
    return { recalculated: score(input), refused: '' };
  } catch (error) {
    if (error instanceof ScoringRefusal) return { recalculated: null, refused: error.message };
    throw error;
  }
}

function signatureFinding(signature: BundleSignature, text: string, verify?: (signature: BundleSignature, text: string) => boolean): BundleFinding {
  const params = { signer: signature.signer, algorithm: signature.algorithm, checked: verify ? 1 : 0 };
  return { check: 'signature', ok: verify ? verify(signature, text) : true, params };
}

const MOST_DIFFERENCES = 20;

function compareValues(path: string, published: unknown, recalculated: unknown, found: BundleVerdict['differences']): void {
  if (found.length >= MOST_DIFFERENCES || Object.is(published, recalculated)) return;
  if (typeof published === 'object' && typeof recalculated === 'object' && published !== null && recalculated !== null && Array.isArray(published) === Array.isArray(recalculated)) {
    const keys = new Set([...Object.keys(published), ...Object.keys(recalculated)]);
    for (const key of keys) compareValues(`${path}/${key}`, (published as Record<string, unknown>)[key], (recalculated as Record<string, unknown>)[key], found);
    return;
  }
  const show = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 200);
  found.push({ path, published: show(published), recalculated: show(recalculated) });
}
