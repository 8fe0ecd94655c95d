/** Ends work that the caller does not want any more. */
import { Refusal } from './port';

/** `after` says in a sentence what had been done. Throws a Refusal 'stopped'. */
export function throwIfStopped(signal: AbortSignal | undefined, after: () => string): void {
  if (signal?.aborted === true) throw new Refusal('stopped', `Stopped. ${after()}`);
}
