/**
 * A workbook in a file, behind the port: operations change the package in place, and `save` gives its new bytes.
 *
 * Operations work on a draft, so that a plan is carried out whole or not at all. What was not touched stays byte for byte
 * as it was, signatures and protection included; a signature no longer holds then, and `notes` says so.
 */
import { isCellError, type Book, type Cell } from '../../../engine/index';
import { placeInPlan } from '../../operations';
import { checkPlan, type PlanState } from '../../plan';
import {
  Refusal,
  type Operation,
  type ReadOptions,
  type Snapshot,
  type WorkbookPort,
  type WorkOptions,
} from '../../port';
import { nameKey } from '../../names';
import { throwIfStopped } from '../../stopping';
import { tablesIn } from '../formula/mentions';
import { defaultLimits, type Limits } from '../limits';
import { openBook } from '../open';
import { Opening } from '../opening';
import { FileRefused } from '../refusal';
import { HEAD_BYTES, sniff } from '../sniff';
import { bytesSource, type ByteSource, type Deflate, type Inflate } from '../source';
import { openZip } from '../zip';
import { writeArchive } from './archive';
import { batches, isCommenting, isOnCells, type Batch, type StructureOperation } from './batches';
import { joined } from './bytes';
import { rewriteEverywhere } from './everywhere';
import { Parts } from './parts';
import { addPicture, removePictures } from './pictures';
import { addTablePart, removeTablePart } from './sheetTables';
import { addComments, deleteComments } from './comments';
import { dropFillStyles } from './differentialStyles';
import { addHighlight, removeHighlights } from './highlights';
import { marksOf } from './marksOf';
import { clearSheet, layOut } from './sheetLayout';
import { defineName, deleteName } from './definedNames';
import { writeSettings } from './settings';
import { deleteSheet, renameSheet, worksheetsOf } from './structure';
import { keepTitles } from './titles';
import { addTable, columnNames, removeTable, tablesOf, type TableXml } from './tableXml';
import { WorkbookXml } from './workbookXml';
import { headingText, SheetWriter, type Wanted } from './writeCells';

export interface FileWorkbookOptions {
  readonly inflate: Inflate;
  readonly deflate: Deflate;
  readonly limits?: Partial<Limits>;
}

export interface SaveOptions {
  /**
   * The results beside all formulas are what they give now. Otherwise Excel is told to calculate when it opens the file,
   * which turns functions of an add-in that it does not have into #NAME?.
   */
  readonly isCalculated?: boolean;
  /** All that our add-in keeps in the workbook, by key: values of JSON. Absent: what the file has of it stays. */
  readonly settings?: ReadonlyMap<string, unknown>;
}

export interface FileWorkbook extends WorkbookPort {
  /** The package as it is now; the very bytes that came in when nothing was changed. */
  save(options?: SaveOptions): Promise<Uint8Array>;
  /** What a user should know before the file is saved. */
  notes(): Promise<readonly string[]>;
}

/** Nothing is read before the first call. Calls are carried out one after the other. Rejects with Refusal only. */
export function fileWorkbook(name: string, source: ByteSource, options: FileWorkbookOptions): FileWorkbook {
  let opened: Promise<PackageEditor> | null = null;
  const editor = (): Promise<PackageEditor> => (opened ??= PackageEditor.open(name, source, options));
  let last: Promise<unknown> = Promise.resolve();
  /** Two plans at a time would both begin with the same package, and one of them would be lost. */
  const inTurn = <Result>(work: (editor: PackageEditor) => Promise<Result>): Promise<Result> => {
    const mine = last.then(() => refusing(async () => work(await editor())));
    // Whoever asked is told of a refusal; the next one begins with what there is.
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    read: (sheets, work) => inTurn((edited) => edited.read(sheets, work)),
    apply: (operations, work) => inTurn((edited) => edited.apply(operations, work)),
    save: (how) => inTurn((edited) => edited.save(how)),
    notes: () => inTurn((edited) => edited.notes()),
  };
}

/** A file that cannot be opened is one more reason why a workbook did not do it. */
async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const refusal = new Refusal('other', error.message);
    refusal.cause = error;
    throw refusal;
  }
}

class PackageEditor {
  private mustCalculate = false;
  private isStale = false;

  private constructor(
    private readonly name: string,
    private readonly source: ByteSource,
    private readonly options: FileWorkbookOptions,
    private parts: Parts,
  ) {}

  static async open(name: string, source: ByteSource, options: FileWorkbookOptions): Promise<PackageEditor> {
    const opening = new Opening(
      name,
      { ...defaultLimits, ...options.limits },
      options.inflate,
      undefined,
      undefined,
    );
    if ((await sniff(source, await source.read(0, HEAD_BYTES), opening)) === 'text')
      throw new Refusal(
        'other',
        `"${name}" is a text file: save it as a workbook first, then it can be changed.`,
      );
    // Says in a sentence what is no workbook, or is one that must not be opened.
    await WorkbookXml.read(Parts.of(await openZip(source, opening), opening));
    return new PackageEditor(name, source, options, Parts.of(await openZip(source, opening), opening));
  }

  async read(sheets?: readonly string[], work: ReadOptions = {}): Promise<Snapshot> {
    throwIfStopped(work.signal, () => 'Nothing was changed.');
    const all = await this.book(this.parts);
    const book: Snapshot =
      work.marks === true
        ? { ...all, marks: await marksOf(this.parts, await WorkbookXml.read(this.parts)) }
        : all;
    if (sheets === undefined) return book;
    const wanted = sheets.map((name) => {
      const at = book.sheets.findIndex((sheet) => nameKey(sheet.name) === nameKey(name));
      if (at < 0) throw new Refusal('missing', `There is no sheet "${name}". Nothing was read.`);
      return at;
    });
    const kept = [...new Set(wanted)].sort((a, b) => a - b);
    const tables = book.tables.flatMap((table) => {
      const sheet = kept.indexOf(table.sheet);
      return sheet < 0 ? [] : [{ ...table, sheet }];
    });
    const names = (book.names ?? []).flatMap((name) => {
      const sheet = name.sheet === null ? null : kept.indexOf(name.sheet);
      return sheet === -1 ? [] : [{ ...name, sheet }];
    });
    const front = kept.indexOf(book.activeSheet ?? -1);
    const activeSheet = front < 0 ? null : front;
    return { ...book, sheets: kept.map((at) => book.sheets[at]), tables, names, activeSheet };
  }

  async apply(operations: readonly Operation[], work: WorkOptions = {}): Promise<void> {
    if (operations.length === 0) return;
    const draft = this.parts.draft();
    const before = { mustCalculate: this.mustCalculate, isStale: this.isStale };
    try {
      checkPlan(await planState(draft), operations);
      for (const batch of batches(operations)) {
        throwIfStopped(work.signal, () => 'Nothing was changed.');
        await this.carryOut(draft, operations, batch);
        work.progress?.(batch.to, operations.length);
      }
    } catch (error) {
      Object.assign(this, before);
      throw error;
    }
    this.parts = draft;
  }

  async save({ isCalculated = false, settings }: SaveOptions = {}): Promise<Uint8Array> {
    if (settings !== undefined) await this.keep(settings);
    const draft = this.parts.draft();
    if (this.mustCalculate || (this.isStale && !isCalculated))
      (await WorkbookXml.read(draft)).calculateOnLoad();
    return this.bytes(draft, this.options.deflate);
  }

  private async keep(settings: ReadonlyMap<string, unknown>): Promise<void> {
    const draft = this.parts.draft();
    await writeSettings(draft, settings);
    this.parts = draft;
  }

  async notes(): Promise<readonly string[]> {
    const isSigned = this.parts.names().some((name) => name.toLowerCase().startsWith('_xmlsignatures/'));
    return Promise.resolve(
      isSigned && this.parts.isChanged
        ? [
            `"${this.name}" is signed. Its signature does not hold for the changed file: it has to be signed again.`,
          ]
        : [],
    );
  }

  private async bytes(parts: Parts, deflate: Deflate | null): Promise<Uint8Array> {
    if (!parts.isChanged) return joined([await this.source.read(0, this.source.size)]);
    const bytes = await writeArchive(parts.zip, parts.changes(), deflate);
    if (bytes === null) throw new Refusal('too-large', `"${this.name}" would be larger than 4 GB`);
    return bytes;
  }

  private async book(parts: Parts): Promise<Book> {
    const source = parts.isChanged ? bytesSource(await this.bytes(parts, null)) : this.source;
    const { inflate, limits = {} } = this.options;
    return openBook(this.name, source, { inflate, limits, formulas: true, emptyFormats: true });
  }

  private async carryOut(parts: Parts, operations: readonly Operation[], batch: Batch): Promise<void> {
    try {
      const operation = operations[batch.from];
      if (batch.wanted !== null) await this.write(parts, batch.sheet, batch.wanted);
      else if (isOnCells(operation)) await comment(parts, operations.slice(batch.from, batch.to));
      else await this.restructure(parts, operation);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const at =
        batch.to - batch.from === 1
          ? placeInPlan(operations, batch.from)
          : `(changes ${batch.from + 1} to ${batch.to} of ${operations.length})`;
      throw new Refusal(error.why, `${error.message} ${at}. Nothing was changed.`);
    }
  }

  private async write(parts: Parts, sheet: string, wanted: Wanted): Promise<void> {
    const workbook = await WorkbookXml.read(parts);
    const tables = await tablesOf(parts, workbook);
    const isWrite = [...wanted.values()].some((cells) =>
      [...cells.values()].some(({ value }) => value !== undefined),
    );
    const written = await new SheetWriter(parts, workbook, workbook.sheet(sheet), tables).write(wanted);
    if (written.isUncalculated) this.mustCalculate = true;
    if (!isWrite) return;
    this.isStale = true;
    if (written.changedFormulas) await (await WorkbookXml.read(parts)).dropCalcChain();
  }

  private async restructure(parts: Parts, operation: StructureOperation): Promise<void> {
    const workbook = await WorkbookXml.read(parts);
    switch (operation.kind) {
      case 'add-sheet':
        return addSheet(parts, workbook, operation.sheet);
      case 'rename-sheet':
        return renameSheet(parts, workbook, workbook.sheet(operation.sheet), operation.to);
      case 'delete-sheet':
        this.isStale = true;
        return deleteSheet(parts, workbook, workbook.sheet(operation.sheet), await tablesOf(parts, workbook));
      case 'add-table':
        return this.addTable(parts, workbook, operation);
      case 'delete-table':
        return this.deleteTable(parts, workbook, operation.name);
      case 'define-name':
        this.isStale = true;
        return defineName(workbook, operation.name, operation.formula);
      case 'delete-name':
        this.isStale = true;
        return deleteName(workbook, operation.name);
      case 'layout':
        return layOut(parts, workbook, workbook.sheet(operation.sheet), operation.layout);
      case 'clear-sheet':
        this.isStale = true;
        return clearSheet(parts, workbook.sheet(operation.sheet));
      case 'highlight':
        return addHighlight(
          parts,
          workbook,
          workbook.sheet(operation.sheet),
          operation.areas,
          operation.fill,
        );
      case 'add-picture':
        return addPicture(parts, workbook, workbook.sheet(operation.sheet), operation, operation.picture);
      case 'delete-pictures':
        return removePictures(parts, workbook.sheet(operation.sheet));
      case 'delete-highlights': {
        const styles = await removeHighlights(parts, workbook.sheet(operation.sheet));
        return dropFillStyles(parts, workbook, new Set(styles));
      }
    }
  }

  private async addTable(
    parts: Parts,
    workbook: WorkbookXml,
    { sheet: sheetName, area, name }: Extract<Operation, { kind: 'add-table' }>,
  ): Promise<void> {
    const sheet = workbook.sheet(sheetName);
    const book = await this.book(parts);
    const read = book.sheets.find((known) => nameKey(known.name) === nameKey(sheetName));
    const cells: Cell[] = [];
    for (let column = area.left; column <= area.right; column++)
      cells.push(read?.grid.at(area.top, column) ?? null);
    const columns = columnNames(cells.map(headingText), () => true);
    const heading = new Map<number, { value: Cell }>();
    columns.forEach((text, index) => {
      const cell = cells[index];
      const isPlain =
        typeof cell === 'string' && cell === text && read?.isFormula?.(area.top, area.left + index) !== true;
      if (!isPlain) heading.set(area.left + index, { value: text });
    });
    if (cells.some(isCellError))
      throw new Refusal('other', `The heading of the table "${name}" has an error in it`);
    const tables = await tablesOf(parts, workbook);
    if (heading.size > 0) await this.write(parts, sheetName, new Map([[area.top, heading]]));
    const id = Math.max(0, ...tables.map((table) => table.id)) + 1;
    const link = await addTable(parts, workbook, sheet, { name, area, columns }, id);
    await addTablePart(parts, workbook, sheet, area, name, link);
  }

  private async deleteTable(parts: Parts, workbook: WorkbookXml, name: string): Promise<void> {
    const table = (await tablesOf(parts, workbook)).find((known) => nameKey(known.name) === nameKey(name));
    if (table === undefined) throw new Refusal('missing', `There is no table "${name}"`);
    const link = await removeTable(parts, table);
    await removeTablePart(parts, table, link);
    await checkNotMentioned(parts, table);
  }
}

/** Formulas that name a table which is gone would make Excel call the file damaged. */
async function checkNotMentioned(parts: Parts, { name }: TableXml): Promise<void> {
  await rewriteEverywhere(parts, {
    formula(formula) {
      if (tablesIn(formula).some((table) => nameKey(table) === nameKey(name)))
        throw new Refusal('other', `The formula "=${formula.slice(0, 60)}" refers to the table "${name}"`);
      return formula;
    },
  });
}

async function planState(parts: Parts): Promise<PlanState> {
  const workbook = await WorkbookXml.read(parts);
  const tables = await tablesOf(parts, workbook);
  return {
    sheets: workbook.sheets.map(({ name, isVisible }) => ({ name, isVisible })),
    tables: tables.map(({ name, sheet, area }) => ({ name, sheet: sheet.name, area })),
    names: workbook
      .definedNames()
      .flatMap(({ name, sheet, isHidden }) => (sheet === null ? [{ name, isHidden }] : [])),
  };
}

async function addSheet(parts: Parts, workbook: WorkbookXml, name: string): Promise<void> {
  await workbook.addSheet(name);
  const before = worksheetsOf(workbook);
  await keepTitles(parts, before, [...before, name]);
}

/** All of one sheet and one kind. */
async function comment(parts: Parts, operations: readonly Operation[]): Promise<void> {
  const changes = operations.filter(isCommenting);
  const workbook = await WorkbookXml.read(parts);
  const sheet = workbook.sheet(changes[0].sheet);
  const added = changes.flatMap((change) => (change.kind === 'add-comment' ? [change] : []));
  if (added.length > 0) await addComments(parts, workbook, sheet, added);
  else await deleteComments(parts, sheet, changes);
}
