/** Sheets renamed and deleted, with everything that names them. */
import { nameKey } from '../../names';
import { Refusal } from '../../port';
import { dropSheetIn, renameSheetIn, SpanBroken } from '../formula/mentions';
import { rewriteEverywhere } from './everywhere';
import { linksOf, reachable, removeLinks, removeParts } from './links';
import type { Parts } from './parts';
import type { TableXml } from './tableXml';
import { keepTitles } from './titles';
import { pruneStyles, usesOf } from './pruneStyles';
import { type SheetLink, WorkbookXml } from './workbookXml';
import { attributeOf, childNamed, childrenNamed } from './xmlTree';

/** What only Excel can take apart. */
const TIED: Readonly<Record<string, string>> = {
  pivotTable: 'a pivot table',
  slicer: 'a slicer',
  timeline: 'a timeline',
};

export async function renameSheet(
  parts: Parts,
  workbook: WorkbookXml,
  sheet: SheetLink,
  to: string,
): Promise<void> {
  workbook.checkStructure();
  if (sheet.name === to) return;
  workbook.xml.setAttribute(sheet.element, 'name', to);
  workbook.write();
  await rewriteEverywhere(parts, {
    formula: (formula) => renameSheetIn(formula, sheet.name, to),
    sheet: (name) => (nameKey(name) === nameKey(sheet.name) ? to : name),
  });
  const names = worksheetsOf(workbook);
  await keepTitles(
    parts,
    names,
    names.map((name) => (name === sheet.name ? to : name)),
  );
}

export async function deleteSheet(
  parts: Parts,
  workbook: WorkbookXml,
  sheet: SheetLink,
  tables: readonly TableXml[],
): Promise<void> {
  workbook.checkStructure();
  for (const { type } of await linksOf(parts, sheet.part))
    if (TIED[type] !== undefined)
      throw new Refusal(
        'other',
        `The sheet "${sheet.name}" holds ${TIED[type]}, which only Excel can delete`,
      );
  const { styles, hasFormulas: hadFormulas } = await usesOf(parts, sheet);
  const index = workbook.sheets.indexOf(sheet);
  const { xml } = workbook;
  xml.remove(sheet.element);
  const names = workbook.definedNames();
  const list = childNamed(xml.root, 'definedNames');
  if (list !== undefined && names.length > 0 && names.every((name) => name.sheet === index)) {
    // A tag with a blank at its end closed itself before there were names, as some writers leave it.
    const tag = xml.text.slice(list.from, list.tagTo);
    xml.replace(list.from, list.to, /\s>$/.test(tag) ? `${tag.slice(0, -1)}/>` : '');
  } else
    for (const name of names) {
      if (name.sheet === index) xml.remove(name.element);
      else if (name.sheet !== null && name.sheet > index)
        xml.setAttribute(name.element, 'localSheetId', String(name.sheet - 1));
    }
  showAnother(workbook, index);
  workbook.write();

  const before = await reachable(parts);
  await removeLinks(parts, workbook.part, ({ part }) => part === sheet.part);
  const left = await reachable(parts);
  await removeParts(
    parts,
    [...before].flatMap(([key, { part }]) => (left.has(key) ? [] : [part])),
  );
  const gone = new Set(tables.filter((table) => table.sheet === sheet).map(({ name }) => nameKey(name)));
  try {
    await rewriteEverywhere(parts, { formula: (formula) => dropSheetIn(formula, sheet.name, gone) });
  } catch (error) {
    if (!(error instanceof SpanBroken)) throw error;
    throw new Refusal(
      'other',
      `The formula "=${error.message.slice(0, 60)}" begins or ends at the sheet "${sheet.name}"`,
    );
  }
  const after = await WorkbookXml.read(parts);
  if (hadFormulas) await after.dropCalcChain();
  await keepTitles(parts, worksheetsOf(workbook), worksheetsOf(after));
  await pruneStyles(parts, after, styles);
}

/** Their names, in the order of their tabs; sheets without cells are listed apart from them. */
export function worksheetsOf(workbook: WorkbookXml): string[] {
  return workbook.sheets.flatMap(({ type, name }) => (type === 'worksheet' ? [name] : []));
}

/** The sheet in front and the first tab in sight are counted; both must be there and be visible. */
function showAnother(workbook: WorkbookXml, gone: number): void {
  const views = childNamed(workbook.xml.root, 'bookViews');
  const visible = workbook.sheets.flatMap(({ isVisible }, index) =>
    isVisible && index !== gone ? [index] : [],
  );
  for (const view of views === undefined ? [] : childrenNamed(views, 'workbookView'))
    for (const name of ['activeTab', 'firstSheet']) {
      const tab = Number(attributeOf(view, name) ?? 0);
      const kept =
        tab === gone ? (visible.find((index) => index > gone) ?? visible[visible.length - 1] ?? 0) : tab;
      const moved = kept > gone ? kept - 1 : kept;
      if (moved !== Number(attributeOf(view, name) ?? 0))
        workbook.xml.setAttribute(view, name, moved === 0 ? null : String(moved));
    }
}
