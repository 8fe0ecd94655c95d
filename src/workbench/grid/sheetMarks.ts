/**
 * What lies on the sheets besides cells: comments, rules, how a sheet is set up. It comes with the file and from the
 * host, and is kept here for saving; whoever draws is told.
 */
import type { WorkbookMarks } from '../../workbook/marks';
import { author, highlightFormula } from '../../workbook/marks';
import type { CommentModel, ConditionalFormatModel, PageModel, PlacedComment } from '../model';

/** Who draws it on a page. */
export interface MarksShow {
  comment(sheet: string, row: number, column: number, text: string | null): void;
  rules(sheet: string): void;
}

/** The colour of a highlight whose own is in the file only. */
const FILL = '#D6ECEA';

export class SheetMarks {
  private readonly commentsBySheet = new Map<string, Map<string, PlacedComment>>();
  private readonly rulesBySheet = new Map<string, readonly ConditionalFormatModel[]>();
  private readonly pages = new Map<string, PageModel>();
  private readonly protectedSheets = new Set<string>();
  private show: MarksShow | null = null;
  structureIsProtected = false;

  /** Another workbook takes the place of the one before; `idOf` finds its sheets. */
  load(marks: WorkbookMarks, idOf: (name: string) => string | undefined): void {
    this.forget();
    this.structureIsProtected = marks.structureIsProtected;
    for (const { sheet, isProtected, comments, highlights } of marks.sheets) {
      const id = idOf(sheet);
      if (id === undefined) continue;
      if (isProtected) this.protectedSheets.add(id);
      for (const { row, column, ...said } of comments)
        this.comment(id, row, column, {
          author: said.author === '' ? author : said.author,
          text: said.text,
          replies: [],
          isResolved: false,
        });
      if (highlights.length > 0) this.conditionalFormats(id, [highlightRule(highlights)]);
    }
  }

  forget(): void {
    for (const known of [this.commentsBySheet, this.rulesBySheet, this.pages, this.protectedSheets])
      known.clear();
    this.structureIsProtected = false;
  }

  showIn(show: MarksShow): void {
    this.show = show;
  }

  isProtected(sheet: string): boolean {
    return this.protectedSheets.has(sheet);
  }

  protect(sheet: string, isOn: boolean): void {
    if (isOn) this.protectedSheets.add(sheet);
    else this.protectedSheets.delete(sheet);
  }

  comment(sheet: string, row: number, column: number, comment: CommentModel | null): void {
    const comments = this.commentsBySheet.get(sheet) ?? new Map<string, PlacedComment>();
    this.commentsBySheet.set(sheet, comments);
    const key = `${row} ${column}`;
    if (comment === null) comments.delete(key);
    else comments.set(key, { ...comment, row, column });
    this.show?.comment(sheet, row, column, comment?.text ?? null);
  }

  comments(sheet: string): readonly PlacedComment[] {
    return [...(this.commentsBySheet.get(sheet)?.values() ?? [])];
  }

  conditionalFormats(sheet: string, formats: readonly ConditionalFormatModel[]): void {
    this.rulesBySheet.set(
      sheet,
      formats.map((format) => ({ ...format, properties: new Map(format.properties) })),
    );
    this.show?.rules(sheet);
  }

  rules(sheet: string): readonly ConditionalFormatModel[] {
    return this.rulesBySheet.get(sheet) ?? [];
  }

  setPage(sheet: string, page: PageModel): void {
    this.pages.set(sheet, page);
  }

  page(sheet: string): PageModel | null {
    return this.pages.get(sheet) ?? null;
  }
}

function highlightRule(areas: ConditionalFormatModel['areas']): ConditionalFormatModel {
  const properties = new Map([
    ['Custom/Rule/Formula', highlightFormula],
    ['Custom/Format/Fill/Color', FILL],
  ]);
  return { areas, type: 'Custom', stopIfTrue: false, properties };
}
