/** Why a file was not opened, in a sentence that its owner understands. */

/**
 * unreadable: the file is not a workbook, or not a whole one. unsafe: it may be one, but opening it is a risk that
 * the user has to take knowingly (by raising a limit) or not at all.
 */
export type RefusalKind = 'unreadable' | 'unsafe';

const kinds = {
  'not-a-workbook': 'unreadable',
  'empty-file': 'unreadable',
  'no-such-file': 'unreadable',
  'not-a-file': 'unreadable',
  'no-permission': 'unreadable',
  encrypted: 'unreadable',
  'old-xls': 'unreadable',
  'binary-workbook': 'unreadable',
  'open-document': 'unreadable',
  'xml-spreadsheet': 'unreadable',
  'word-document': 'unreadable',
  presentation: 'unreadable',
  pdf: 'unreadable',
  'html-not-workbook': 'unreadable',
  truncated: 'unreadable',
  damaged: 'unreadable',
  'part-missing': 'unreadable',
  'packing-unknown': 'unreadable',
  'xml-broken': 'unreadable',
  'quote-open': 'unreadable',
  doctype: 'unsafe',
  'duplicate-part': 'unsafe',
  'path-trick': 'unsafe',
  'header-lie': 'unsafe',
  overlap: 'unsafe',
  'too-many-parts': 'unsafe',
  'part-too-large': 'unsafe',
  'unpacked-too-large': 'unsafe',
  'input-too-large': 'unsafe',
  ratio: 'unsafe',
  'too-many-rows': 'unsafe',
  'too-many-columns': 'unsafe',
  'too-many-cells': 'unsafe',
  'too-many-merges': 'unsafe',
  'too-scattered': 'unsafe',
  'text-too-long': 'unsafe',
  'markup-too-long': 'unsafe',
  nesting: 'unsafe',
} as const satisfies Record<string, RefusalKind>;

export type RefusalCode = keyof typeof kinds;

/** Every code there is, for documentation and tests. */
export const refusalCodes = Object.keys(kinds) as readonly RefusalCode[];

/** A file that was not opened. The message is a whole sentence with the file name, fit to be shown as it stands. */
export class FileRefused extends Error {
  readonly kind: RefusalKind;
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'FileRefused';
    this.code = code;
    this.kind = kinds[code];
  }
}
