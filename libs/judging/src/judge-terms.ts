/** Version of the terms a judge agrees to when taking a seat; the wording stands in the texts under `judging.terms`. */
export const TERMS_VERSION = '2026-1';
