/**
 * Colours of the terminal, few and never the only sign: the money in the circle in the theme's cyan, what needs a
 * check in its yellow, everything secondary faint. No red: a report holds evidence, not guilt.
 */
export type Style = 'title' | 'accent' | 'faint' | 'check';

export type Paint = (style: Style, text: string) => string;

const codes: Readonly<Record<Style, string>> = { title: '1', accent: '36', faint: '2', check: '33' };

export const colours: Paint = (style, text) =>
  text === '' ? text : `\u001b[${codes[style]}m${text}\u001b[0m`;

export const noColours: Paint = (_style, text) => text;
