/** The workbook part: which sheets there are, in the order of their tabs, its names, and how dates count. */
import type { DefinedName, Sheet } from '../../engine/index';
import { DefinedNames } from './definedNames';
import type { Package, Relationship } from './package';
import { isOn, readElements, type Element } from './xmlParts';

export interface SheetEntry {
  readonly name: string;
  readonly visibility: Sheet['visibility'];
  readonly part: string;
}

export interface Workbook {
  readonly part: string;
  readonly date1904: boolean;
  /** Worksheets only: chart sheets and their like are in the notes. */
  readonly sheets: readonly SheetEntry[];
  /** Index into `sheets` of the one that the file was saved on; null where it says none, or one that is not shown. */
  readonly activeSheet: number | null;
  /** The parts that hold the styles and the shared texts; null where the workbook has none. */
  readonly styles: string | null;
  readonly sharedStrings: string | null;
  /** The part that lists the add-ins that keep something in the workbook; null where none does. */
  readonly taskPanes: string | null;
  /** null when nobody asked for them. */
  readonly names: readonly DefinedName[] | null;
}

/** What a package is when it is no workbook, by the word in its content type. */
const strangers = [
  [
    'wordprocessingml',
    'word-document',
    'is a Word document, not a workbook. Copy its table into a workbook and open that.',
  ],
  [
    'ms-word',
    'word-document',
    'is a Word document, not a workbook. Copy its table into a workbook and open that.',
  ],
  [
    'presentationml',
    'presentation',
    'is a PowerPoint presentation, not a workbook. Copy its table into a workbook and open that.',
  ],
  [
    'ms-powerpoint',
    'presentation',
    'is a PowerPoint presentation, not a workbook. Copy its table into a workbook and open that.',
  ],
  ['sheet.binary', 'binary-workbook', 'is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx.'],
] as const;

/** The part that the package declares to be its document. Refuses, by name, what is no workbook. */
async function findWorkbook(pack: Package, related: readonly Relationship[]): Promise<string> {
  const { opening } = pack;
  if (!pack.has('[Content_Types].xml')) throw await otherZip(pack);
  const documents = related.filter(({ type }) => type === 'officeDocument');
  const part = documents.find((document) => document.part !== null)?.part ?? null;
  const type = part === null ? '' : await contentType(pack, part);
  for (const [word, code, sentence] of strangers)
    if (type.includes(word)) throw opening.refuse(code, sentence);
  if (part === null)
    throw opening.refuse(
      'not-a-workbook',
      'is an Office package without a workbook in it. Open it in Excel and save it as .xlsx.',
    );
  return part;
}

async function contentType(pack: Package, part: string): Promise<string> {
  const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
  const wanted = `/${part}`.toLowerCase();
  const types = '[Content_Types].xml';
  return pack.read(types, (bytes) => {
    let override: string | undefined;
    let byExtension = '';
    readElements(bytes, types, pack.opening, ({ name, attribute }) => {
      const type = attribute('ContentType') ?? '';
      if (name === 'Override' && attribute('PartName')?.toLowerCase() === wanted) override = type;
      if (name === 'Default' && attribute('Extension')?.toLowerCase() === extension) byExtension = type;
    });
    return override ?? byExtension;
  });
}

async function otherZip(pack: Package): Promise<Error> {
  const { opening } = pack;
  if (pack.has('mimetype') && pack.has('content.xml'))
    return opening.refuse(
      'open-document',
      'is an OpenDocument file (.ods), which is not read. Open it in Excel or LibreOffice and save it as .xlsx.',
    );
  return opening.refuse(
    'not-a-workbook',
    'is a zip archive, not a workbook. If there is a workbook in it, unpack it first.',
  );
}

/** `formulas`: the formulas of names are kept. */
export async function readWorkbook(pack: Package, formulas: boolean): Promise<Workbook> {
  const { opening } = pack;
  const ofPackage = await pack.relationships('');
  const part = await findWorkbook(pack, ofPackage);
  const related = await pack.relationships(part);
  const byId = new Map(related.map((relationship) => [relationship.id, relationship]));
  let date1904 = false;
  const declared: { name: string; state: string | undefined; id: string }[] = [];
  let root = '';
  const names = formulas ? new DefinedNames(opening) : null;
  let activeTab = '';
  const visit = ({ name, path, attribute, relationship }: Element): void => {
    if (path.length === 0) root = name;
    else if (path.length === 1 && name === 'workbookPr') date1904 = isOn(attribute('date1904'));
    // The first window is the one that Excel opens on.
    else if (name === 'workbookView' && activeTab === '') activeTab = attribute('activeTab') ?? '0';
    else if (name === 'sheet' && path[path.length - 1] === 'sheets')
      declared.push({
        name: attribute('name') ?? '',
        state: attribute('state'),
        id: relationship,
      });
  };
  await pack.read(part, (bytes) =>
    readElements(
      bytes,
      part,
      opening,
      visit,
      names === null ? undefined : (element, text) => names.end(element, text),
    ),
  );
  if (root !== 'workbook')
    throw opening.refuse('not-a-workbook', `is not a workbook: its document is a "${root}".`);
  const sheets: SheetEntry[] = [];
  const others: string[] = [];
  let activeSheet: number | null = null;
  /** By the number of a sheet in the file: its index among those that are read. */
  const read = new Map<number, number>();
  for (const [number, { name, state, id }] of declared.entries()) {
    const relationship = byId.get(id);
    if (relationship !== undefined && relationship.type !== 'worksheet') others.push(name);
    else if (relationship === undefined || relationship.part === null || !pack.has(relationship.part))
      opening.note(`Sheet "${name}" was not read: its part is missing from the file.`);
    else {
      const visibility = visibilityOf(state);
      if (String(number) === activeTab && visibility === 'visible') activeSheet = sheets.length;
      read.set(number, sheets.push({ name, visibility, part: relationship.part }) - 1);
    }
  }
  if (others.length > 0) opening.note(othersNote(others));
  noteWhatIsNotDone(related, pack);
  if (sheets.length === 0)
    throw opening.refuse('not-a-workbook', 'has no sheet with cells in it. Choose a workbook that has one.');
  const partOf = (type: string, among = related): string | null => {
    const found = among.find((relationship) => relationship.type === type)?.part ?? null;
    return found !== null && pack.has(found) ? found : null;
  };
  return {
    part,
    date1904,
    sheets,
    activeSheet,
    styles: partOf('styles'),
    sharedStrings: partOf('sharedStrings'),
    taskPanes: partOf('webextensiontaskpanes', ofPackage),
    names: names === null ? null : names.all((number) => read.get(number)),
  };
}

function visibilityOf(state: string | undefined): Sheet['visibility'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

function othersNote(names: readonly string[]): string {
  const list = names
    .slice(0, 10)
    .map((name) => `"${name}"`)
    .join(', ');
  return names.length === 1
    ? `1 sheet without cells (a chart, dialog or macro sheet) was not read: ${list}.`
    : `${names.length} sheets without cells (chart, dialog or macro sheets) were not read: ${list}${names.length > 10 ? ' ...' : '.'}`;
}

function noteWhatIsNotDone(related: readonly Relationship[], pack: Package): void {
  const has = (type: string): boolean => related.some((relationship) => relationship.type === type);
  if (has('vbaProject')) pack.opening.note('The macros in this workbook were not run.');
  if (has('externalLink'))
    pack.opening.note(
      'Links to other workbooks were not followed: formulas show the values that were stored last.',
    );
}
