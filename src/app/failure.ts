/** What went wrong, as a value. */
import { Refusal } from '../workbook/port';

/** null when the work succeeds. An object, because anything can be thrown. */
export async function failureOf(work: Promise<unknown>): Promise<{ readonly error: unknown } | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return { error };
  }
}

/** In whole sentences; `refused` tells what a workbook has refused in the language of the pane. */
export function messageOf(error: unknown, refused: (refusal: Refusal) => string): string {
  if (error instanceof Refusal) return refused(error);
  return error instanceof Error ? error.message : String(error);
}
