/** Threaded comments: each at one cell, with replies. */
import type { Area } from '../../../engine/index';
import { HostError } from '../core/errors';
import type { HostObject, Session } from '../core/objects';
import { columnsOf, parseAddress, rangeAddress, rowsOf } from './address';
import { cellsOrAddress, type Cells } from './arguments';
import { Collection, ListedItem } from './collections';
import { guardWrite } from './protection';

export const commentList = (sheet: string): string => `sheet:${sheet}/Comments`;

/** The user of the workbench. */
export const user = { name: 'You', mail: 'you@example.com' } as const;

export class CommentCollection extends Collection {
  /** `sheet` null: all comments of the workbook. */
  constructor(
    session: Session,
    private readonly sheet: string | null,
  ) {
    super(session, 'CommentCollection', sheet === null ? 'comments' : commentList(sheet));
  }

  override items(): readonly Comment[] {
    const { model, store } = this.session;
    const sheets = this.sheet === null ? model.sheets().map(({ id }) => id) : [this.sheet];
    return sheets.flatMap((sheet) =>
      store.list(commentList(sheet)).map((id) => new Comment(this.session, sheet, id)),
    );
  }

  protected find(key: string): HostObject | null {
    return this.items().find((comment) => comment.get('Id') === key) ?? null;
  }

  override call(name: string, given: readonly unknown[]): unknown {
    const { session } = this;
    const place = (): Cells => cellsOrAddress(session, given[0], this.sheet ?? session.model.activeSheet());
    switch (name) {
      case 'Add': {
        const cells = place();
        if (rowsOf(cells.area) !== 1 || columnsOf(cells.area) !== 1) throw new HostError('InvalidArgument');
        guardWrite(session, cells.sheet);
        if (this.at(cells) !== undefined || hasNote(session, cells)) throw new HostError('InvalidOperation');
        const id = session.store.newId();
        session.store.list(commentList(cells.sheet)).push(id);
        const comment = new Comment(session, cells.sheet, id);
        fill(session, comment.key, id, given[1]);
        const bag = session.store.bag(comment.key);
        bag.set('address', rangeAddress('', cells.area));
        bag.set('Resolved', false);
        comment.tell();
        return comment;
      }
      case 'GetItemByCell': {
        const found = this.at(place());
        if (found === undefined) throw new HostError('ItemNotFound');
        return found;
      }
      default:
        return super.call(name, given);
    }
  }

  private at({ sheet, area }: Cells): Comment | undefined {
    const { store } = this.session;
    const address = rangeAddress('', area);
    const id = store
      .list(commentList(sheet))
      .find((known) => store.bag(`${commentList(sheet)}/${known}`).get('address') === address);
    return id === undefined ? undefined : new Comment(this.session, sheet, id);
  }
}

/** A cell has either a comment or a note. */
export function hasComment(session: Session, { sheet, area }: Cells): boolean {
  const address = rangeAddress('', area);
  return session.store
    .list(commentList(sheet))
    .some((id) => session.store.bag(`${commentList(sheet)}/${id}`).get('address') === address);
}

function hasNote(session: Session, { sheet, area }: Cells): boolean {
  return session.store.list(`sheet:${sheet}/Notes`).includes(rangeAddress('', area));
}

/** Comments go along with their cells, and away with them. */
export function moveComments(session: Session, sheet: string, moved: (area: Area) => Area | null): void {
  const here = new CommentCollection(session, sheet).items();
  const places = here.map((comment) => ({
    comment,
    from: comment.cells.area,
    to: moved(comment.cells.area),
  }));
  for (const { from } of places) session.model.comment?.(sheet, from.top, from.left, null);
  for (const { comment, to } of places) {
    if (to === null) comment.remove();
    else {
      session.store.bag(comment.key).set('address', rangeAddress('', to));
      comment.tell();
    }
  }
}

function fill(session: Session, key: string, id: string, content: unknown): void {
  const text =
    typeof content === 'object' && content !== null && 'richContent' in content
      ? String(content.richContent)
      : content;
  if (typeof text !== 'string' || text === '') throw new HostError('InvalidArgument');
  keepComment(session.store.bag(key), id, text, user);
}

export function keepComment(
  bag: Map<string, unknown>,
  id: string,
  text: string,
  author: { readonly name: string; readonly mail: string },
): void {
  bag.set('Id', id);
  bag.set('Content', text);
  bag.set('RichContent', text);
  bag.set('ContentType', 'Plain');
  bag.set('AuthorName', author.name);
  bag.set('AuthorEmail', author.mail);
  bag.set('CreationDate', new Date().toISOString());
  bag.set('Mentions', []);
}

class Comment extends ListedItem {
  constructor(
    session: Session,
    private readonly sheet: string,
    id: string,
  ) {
    super(session, 'Comment', commentList(sheet), id);
  }

  /** Without asking whether the sheet may be written to: its cell is gone already. */
  remove(): void {
    super.call('Delete', []);
  }

  get cells(): Cells {
    const parsed = parseAddress(String(this.session.store.bag(this.key).get('address')));
    if (parsed === null) throw new HostError('ItemNotFound');
    return { sheet: this.sheet, area: parsed.area };
  }

  override set(name: string, value: unknown): void {
    guardWrite(this.session, this.cells.sheet);
    super.set(name, value);
    this.tell();
  }

  /** Tells the workbook what it may show at the cell. */
  tell(): void {
    const { sheet, area } = this.cells;
    this.session.model.comment?.(sheet, area.top, area.left, {
      author: String(this.get('AuthorName')),
      text: String(this.get('Content')),
      replies: new Replies(this.session, this).items().map((reply) => ({
        author: String(reply.get('AuthorName')),
        text: String(reply.get('Content')),
      })),
      isResolved: this.get('Resolved') === true,
    });
  }

  override child(name: string): HostObject | null {
    return name === 'Replies' ? new Replies(this.session, this) : super.child(name);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    if (name === 'GetLocation') return this.session.make.range(this.cells.sheet, this.cells.area);
    if (name !== 'Delete') return super.call(name, given);
    const { sheet, area } = this.cells;
    guardWrite(this.session, sheet);
    this.session.model.comment?.(sheet, area.top, area.left, null);
    return super.call(name, given);
  }
}

class Replies extends Collection {
  constructor(
    session: Session,
    private readonly comment: Comment,
  ) {
    super(session, 'CommentReplyCollection', `${comment.key}/Replies`);
  }

  override items(): readonly HostObject[] {
    return this.session.store
      .list(this.key)
      .map((id) => new ListedItem(this.session, 'CommentReply', this.key, id));
  }

  protected find(key: string): HostObject | null {
    return this.items().find((reply) => reply.get('Id') === key) ?? null;
  }

  override call(name: string, given: readonly unknown[]): unknown {
    if (name !== 'Add') return super.call(name, given);
    guardWrite(this.session, this.comment.cells.sheet);
    const id = this.session.store.newId();
    this.session.store.list(this.key).push(id);
    const reply = new ListedItem(this.session, 'CommentReply', this.key, id);
    fill(this.session, reply.key, id, given[0]);
    this.comment.tell();
    return reply;
  }
}
