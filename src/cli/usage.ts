/** The command line was not understood: the message is a sentence that says what was given and what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
