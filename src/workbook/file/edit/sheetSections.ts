/** Where the schema wants a section among the children of <worksheet>. */
import { nameHash } from '../xmlScanner';
import type { SheetScan } from './sheetScan';

const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  // Choices between new and old ways to write controls and the like.
  'AlternateContent',
  'webPublishItems',
  'tableParts',
  'extLst',
];
const hashes = ORDER.map(nameHash);

/** What comes after a section, for the small parts that are edited as a whole. */
export function sectionsAfter(name: string): readonly string[] {
  return ORDER.slice(ORDER.indexOf(name) + 1);
}

/** The byte before which a new section of this name goes; after others of its name. */
export function placeOf(scan: SheetScan, name: string): number {
  const followers = new Set(hashes.slice(ORDER.indexOf(name) + 1));
  // Sections out of their order must not lead before what belongs in front.
  const before = new Set(hashes.slice(0, ORDER.indexOf(name) + 1));
  let place = scan.root.innerTo;
  for (let at = scan.sections.length - 1; at >= 0; at--) {
    const section = scan.sections[at];
    if (before.has(section.name)) break;
    if (followers.has(section.name)) place = section.from;
  }
  return place;
}
