/** What went wrong, as a value. */

/** null when the work succeeds. An object, because anything can be thrown. */
export async function failureOf(work: Promise<unknown>): Promise<{ readonly error: unknown } | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return { error };
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
