/** What the sheets of a file have besides cells. Part of what is loaded for saving, which knows the package best. */
import { marksOf } from '../../workbook/file/edit/marksOf';
import { Parts } from '../../workbook/file/edit/parts';
import { WorkbookXml } from '../../workbook/file/edit/workbookXml';
import { defaultLimits } from '../../workbook/file/limits';
import { Opening } from '../../workbook/file/opening';
import { FileRefused } from '../../workbook/file/refusal';
import { HEAD_BYTES, sniff } from '../../workbook/file/sniff';
import type { ByteSource, Inflate } from '../../workbook/file/source';
import { openZip } from '../../workbook/file/zip';
import type { WorkbookMarks } from '../../workbook/marks';
import { Refusal } from '../../workbook/port';

export interface FileMarks {
  readonly marks: WorkbookMarks;
  /** Why they are not all there, as a sentence. */
  readonly notes: readonly string[];
}

const none: WorkbookMarks = { structureIsProtected: false, sheets: [] };

/** Of a file that has been opened already. What cannot be read is said, and is no reason not to show its cells. */
export async function readMarks(name: string, source: ByteSource, inflate: Inflate): Promise<FileMarks> {
  const opening = new Opening(name, defaultLimits, inflate, undefined, undefined);
  try {
    if ((await sniff(source, await source.read(0, HEAD_BYTES), opening)) === 'text')
      return { marks: none, notes: [] };
    const parts = Parts.of(await openZip(source, opening), opening);
    return { marks: await marksOf(parts, await WorkbookXml.read(parts)), notes: [] };
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof FileRefused)) throw error;
    return { marks: none, notes: [`Its comments and highlights are not shown: ${error.message}`] };
  }
}
