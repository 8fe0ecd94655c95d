/** The Analysis as published JSON (docs/analysis.schema.json). */
import type { Analysis } from '../engine/index';

/**
 * The same data as JSON.stringify, with two spaces of indentation and a line break at the end. Characters that a
 * terminal acts upon (C1 controls, bidi overrides, line separators, invisible format characters) stand as \uXXXX: any
 * parser reads the same text, and printing the file does nothing.
 */
export function jsonReport(analysis: Analysis | readonly unknown[]): string {
  return `${JSON.stringify(analysis, null, 2).replace(/[\u007f-\u009f\u2028\u2029\p{Cf}]/gu, escaped)}\n`;
}

function escaped(character: string): string {
  let text = '';
  for (let i = 0; i < character.length; i++)
    text += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  return text;
}
