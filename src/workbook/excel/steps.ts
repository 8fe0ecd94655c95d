/// <reference types="office-js" />
/**
 * A plan with what it meets on the sheets: which kind of comment lies on a cell, which rules are there to be deleted.
 * The plan is carried out on that alone, so that what cannot be is refused before anything is written.
 */
import { cellAddress } from '../../engine/index';
import { nameKey } from '../names';
import { placeInPlan } from '../operations';
import type { Fault } from '../planCells';
import { Refusal } from '../port';
import { isSealed } from '../seal';
import { readComments, type OpenComment } from './comments';
import { readHighlights } from './highlights';
import { hasNotes, type Supported } from './support';

/** An operation of the port, as it is carried out here. */
export type Step =
  | Exclude<
      Supported,
      { readonly kind: 'delete-comment' | 'delete-highlights' | 'add-comment' | 'highlight' }
    >
  | (Of<'add-comment' | 'delete-comment'> & { readonly isNote: boolean })
  /** `isGone`: the plan itself takes it off again. */
  | (Of<'highlight'> & { readonly isGone: boolean })
  /** Ids of conditional formats. */
  | (Of<'delete-highlights'> & { readonly rules: readonly string[] });

type Of<Kind extends Supported['kind']> = Extract<Supported, { readonly kind: Kind }>;

interface OpenSheet {
  readonly id: string;
  readonly name: string;
}

/** Comments and rules are asked for only where the plan may meet them. */
export async function stepsOf(
  context: Excel.RequestContext,
  sheets: readonly OpenSheet[],
  operations: readonly Supported[],
): Promise<readonly Step[]> {
  const commented = named(sheets, operations, ['add-comment', 'delete-comment']);
  const highlighted = named(sheets, operations, ['delete-highlights']);
  const comments = await readComments(context, commented);
  const rules = await readHighlights(context, highlighted);
  const known = new Map(sheets.map(({ name }) => [nameKey(name), new SheetMarks(name)]));
  commented.forEach(({ name }, at) => known.get(nameKey(name))?.hold(comments[at]));
  highlighted.forEach(({ name }, at) => known.get(nameKey(name))?.rules.push(...rules[at]));
  return new Walk(known, operations).steps();
}

/** The sheets that these operations name, under the name that they have before the plan. */
function named(
  sheets: readonly OpenSheet[],
  operations: readonly Supported[],
  kinds: readonly Supported['kind'][],
): readonly OpenSheet[] {
  if (!operations.some(({ kind }) => kinds.includes(kind))) return [];
  const keys = new Set(
    operations.flatMap((operation) =>
      'sheet' in operation && (operation.kind === 'rename-sheet' || kinds.includes(operation.kind))
        ? [nameKey(operation.sheet)]
        : [],
    ),
  );
  return sheets.filter(({ name }) => keys.has(nameKey(name)));
}

type Kept = Pick<OpenComment, 'text' | 'isNote' | 'replies'>;

class SheetMarks {
  readonly comments = new Map<string, Kept>();
  readonly rules: string[] = [];
  /** Highlights of the plan so far, by their place in it. */
  readonly added: number[] = [];

  constructor(readonly name: string) {}

  hold(comments: readonly OpenComment[]): void {
    for (const comment of comments) this.comments.set(`${comment.row} ${comment.column}`, comment);
  }
}

class Walk {
  private readonly gone = new Set<number>();

  constructor(
    private readonly sheets: Map<string, SheetMarks>,
    private readonly operations: readonly Supported[],
  ) {}

  steps(): readonly Step[] {
    const steps = this.operations.map((operation, index) => this.step(operation, index));
    return steps.map((step, index) =>
      step.kind === 'highlight' && this.gone.has(index) ? { ...step, isGone: true } : step,
    );
  }

  private step(operation: Supported, index: number): Step {
    switch (operation.kind) {
      case 'add-sheet':
        this.sheets.set(nameKey(operation.sheet), new SheetMarks(operation.sheet));
        return operation;
      case 'rename-sheet': {
        const marks = this.of(operation.sheet);
        this.sheets.delete(nameKey(operation.sheet));
        this.sheets.set(nameKey(operation.to), marks);
        return operation;
      }
      case 'clear-sheet':
        this.dropRules(operation.sheet);
        return operation;
      case 'add-comment': {
        const { comments } = this.of(operation.sheet);
        const key = `${operation.row} ${operation.column}`;
        if (comments.has(key))
          this.refuse(index, { why: 'taken', what: `${this.where(operation)} has a comment already` });
        const isNote = hasNotes();
        comments.set(key, { text: operation.text, isNote, replies: 0 });
        return { ...operation, isNote };
      }
      case 'delete-comment':
        return { ...operation, isNote: this.takeComment(operation, index) };
      case 'highlight':
        this.of(operation.sheet).added.push(index);
        return { ...operation, isGone: false };
      case 'delete-highlights':
        return { ...operation, rules: this.dropRules(operation.sheet) };
      default:
        return operation;
    }
  }

  /** Only what is as Looplens wrote it; a thread that somebody has answered is theirs too. */
  private takeComment(operation: Of<'delete-comment'>, index: number): boolean {
    const { comments } = this.of(operation.sheet);
    const key = `${operation.row} ${operation.column}`;
    const known = comments.get(key);
    const where = this.where(operation);
    if (known === undefined)
      return this.refuse(index, { why: 'missing', what: `There is no comment on ${where}` });
    if (!isSealed(known.text))
      return this.refuse(index, {
        why: 'other',
        what: `The comment on ${where} is not as Looplens wrote it, so it stays`,
      });
    if (known.replies > 0)
      return this.refuse(index, {
        why: 'other',
        what: `The comment on ${where} has been answered, so it stays`,
      });
    comments.delete(key);
    return known.isNote;
  }

  private dropRules(sheet: string): readonly string[] {
    const { rules, added } = this.of(sheet);
    for (const index of added.splice(0)) this.gone.add(index);
    return rules.splice(0);
  }

  private of(sheet: string): SheetMarks {
    const known = this.sheets.get(nameKey(sheet));
    if (known === undefined) throw new Error(`"${sheet}" was to be found by checkPlan.`);
    return known;
  }

  private where({ sheet, row, column }: Of<'add-comment' | 'delete-comment'>): string {
    return cellAddress(this.of(sheet).name, row, column);
  }

  private refuse(index: number, { why, what }: Fault): never {
    throw new Refusal(why, `${what} ${placeInPlan(this.operations, index)}. Nothing was changed.`);
  }
}
