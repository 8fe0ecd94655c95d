/** Whether a sheet part says that nobody shall change it. Nothing is ever unprotected. */
import { Refusal } from '../../port';
import type { SheetScan } from './sheetScan';
import { startTag } from './xmlTree';

export function checkSheetProtection(scan: SheetScan, bytes: Uint8Array, sheet: string): void {
  const section = scan.section('sheetProtection');
  if (section === undefined) return;
  const tag = new TextDecoder().decode(bytes.subarray(section.from, section.tagTo));
  const on = startTag(tag, 0).attributes.find(({ name }) => name === 'sheet')?.value;
  if (on === '1' || on === 'true') throw new Refusal('locked', `The sheet "${sheet}" is protected`);
}
