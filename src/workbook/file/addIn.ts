/** Our add-in as files name it: by the Id of manifest.xml, whose settings are ours. */
export const ADD_IN = { id: '5893a4a9-bcc8-4cf6-926e-3ff3cb79369a', version: '0.1.0.0' } as const;

/** Some writers put braces around ids, and capitals into them. */
export function isOurs(id: string): boolean {
  return id.replace(/^\{|\}$/g, '').toLowerCase() === ADD_IN.id;
}

/** A setting as it lies in a file: JSON, which XML must be able to hold. Its other strange characters JSON escapes itself. */
export function settingText(value: unknown): string {
  return JSON.stringify(value ?? null).replace(
    /[\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
}

/** Its value; undefined for a text that is no JSON, which somebody else has put there. */
export function settingValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
