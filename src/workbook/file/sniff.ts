/** What a file is, by its first bytes: the name is only a hint, and often wrong. */
import { oleKind } from './ole';
import type { Opening } from './opening';
import type { ByteSource } from './source';

export const HEAD_BYTES = 64 * 1024;

/** 'package' for a zip, 'text' for what may be CSV; everything else is refused in its own sentence. */
export async function sniff(
  source: ByteSource,
  head: Uint8Array,
  opening: Opening,
): Promise<'package' | 'text'> {
  if (source.size === 0) throw opening.refuse('empty-file', 'is empty (0 bytes). Download or copy it again.');
  if (starts(head, [0x50, 0x4b, 0x03, 0x04]) || starts(head, [0x50, 0x4b, 0x05, 0x06])) return 'package';
  if (starts(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) throw await oldOffice(source, opening);
  if (starts(head, [0x25, 0x50, 0x44, 0x46]))
    throw opening.refuse('pdf', 'is a PDF, not a workbook. Ask for the workbook that it was printed from.');
  if (starts(head, [0xff, 0xfe]) || starts(head, [0xfe, 0xff])) return 'text';
  if (head.includes(0))
    throw opening.refuse(
      'not-a-workbook',
      'is not a workbook and not a text file. Choose an .xlsx, .xlsm or .csv file.',
    );
  const start = new TextDecoder().decode(head.subarray(0, 1024)).trimStart().toLowerCase();
  if (start.startsWith('<?xml') || start.startsWith('<workbook')) throw xmlText(start, opening);
  if (/^<(!doctype\s+html|html|head|body|table|meta|!--)/.test(start)) throw html(opening);
  return 'text';
}

function starts(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => head[index] === byte);
}

function html(opening: Opening): Error {
  return opening.refuse(
    'html-not-workbook',
    'is a web page, not a workbook: perhaps a login page, or a report that was saved as HTML. Open it in Excel and save it as .xlsx.',
  );
}

function xmlText(start: string, opening: Opening): Error {
  if (/<html[\s>]/.test(start)) return html(opening);
  if (start.includes('schemas-microsoft-com:office:spreadsheet') || start.includes('excel.sheet'))
    return opening.refuse(
      'xml-spreadsheet',
      'is an XML spreadsheet of Excel 2003. Open it in Excel and save it as .xlsx.',
    );
  return opening.refuse(
    'not-a-workbook',
    'is an XML file, not a workbook. Choose an .xlsx, .xlsm or .csv file.',
  );
}

async function oldOffice(source: ByteSource, opening: Opening): Promise<Error> {
  switch (await oleKind(source)) {
    case 'encrypted':
      return opening.refuse(
        'encrypted',
        'is protected by a password and cannot be read. Open it in Excel, remove the password (File, Info, Protect Workbook), and save it.',
      );
    case 'workbook':
      return opening.refuse(
        'old-xls',
        'is a workbook of Excel 97 to 2003 (.xls). Open it in Excel and save it as .xlsx.',
      );
    case 'document':
      return opening.refuse(
        'word-document',
        'is a Word document, not a workbook. Copy its table into a workbook and open that.',
      );
    case 'presentation':
      return opening.refuse(
        'presentation',
        'is a PowerPoint presentation, not a workbook. Copy its table into a workbook and open that.',
      );
    case 'other':
      return opening.refuse(
        'not-a-workbook',
        'is an old Office file, but no workbook that can be read. Choose an .xlsx, .xlsm or .csv file.',
      );
  }
}
