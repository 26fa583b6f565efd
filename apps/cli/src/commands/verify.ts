import { verify as verifyText } from 'node:crypto';
import { verifyBundle, type BundleSignature } from '#libs/scoring';
import { readJson } from '../input-file.js';

/** Ed25519 over the bundle's text; a key or signature that cannot be read does not verify. */
function ed25519(signature: BundleSignature, text: string): boolean {
  try {
    return signature.algorithm === 'ed25519' && verifyText(null, Buffer.from(text), signature.publicKey, Buffer.from(signature.signature, 'base64'));
  } catch {
    return false;
  }
}

/** `verify BUNDLE|-`: recomputes a result bundle offline and prints what was found as JSON; exit code 1 when anything differs. */
export async function run([file]: string[]): Promise<number> {
  const verdict = verifyBundle(readJson(file), ed25519);
  process.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`);
  return verdict.ok ? 0 : 1;
}
