/** The command was given something it cannot use; the message says what to write instead. */
export class UsageError extends Error {}
