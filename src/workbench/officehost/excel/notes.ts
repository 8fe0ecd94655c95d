/** worksheet.notes: each at one cell that has no comment, known by the address of its cell. */
import type { Area } from '../../../engine/index';
import { HostError } from '../core/errors';
import type { HostObject } from '../core/objects';
import { type Session } from '../core/objects';
import { columnsOf, parseAddress, rangeAddress, rowsOf } from './address';
import { cellsOrAddress } from './arguments';
import { Collection, ListedItem } from './collections';
import { hasComment, user } from './comments';
import { guardWrite } from './protection';

const listOf = (sheet: string): string => `sheet:${sheet}/Notes`;

export class NoteCollection extends Collection {
  constructor(
    session: Session,
    private readonly sheet: string,
  ) {
    super(session, 'NoteCollection', listOf(sheet));
  }

  override items(): readonly Note[] {
    return this.session.store.list(this.key).map((address) => new Note(this.session, this.sheet, address));
  }

  protected find(key: string): HostObject | null {
    const parsed = parseAddress(key);
    if (parsed === null) throw new HostError('InvalidArgument');
    const address = rangeAddress('', parsed.area);
    return this.items().find((note) => note.address === address) ?? null;
  }

  override call(name: string, given: readonly unknown[]): unknown {
    if (name !== 'Add') return super.call(name, given);
    const { session, sheet } = this;
    const cells = cellsOrAddress(session, given[0], sheet);
    const isOne = rowsOf(cells.area) === 1 && columnsOf(cells.area) === 1;
    const text = given[1];
    if (!isOne || typeof text !== 'string') throw new HostError('InvalidArgument');
    guardWrite(session, sheet);
    const address = rangeAddress('', cells.area);
    if (session.store.list(this.key).includes(address) || hasComment(session, cells))
      throw new HostError('InvalidOperation');
    session.store.list(this.key).push(address);
    const note = new Note(session, sheet, address);
    const bag = session.store.bag(note.key);
    bag.set('AuthorName', user.name);
    bag.set('Content', text);
    bag.set('Visible', false);
    note.tell();
    return note;
  }
}

/** Notes go along with their cells, and away with them. */
export function moveNotes(session: Session, sheet: string, moved: (area: Area) => Area | null): void {
  const texts = new NoteCollection(session, sheet).items().map((note) => {
    const kept = [...session.store.bag(note.key)];
    const to = moved(note.area);
    note.remove();
    return { to, kept };
  });
  for (const { to, kept } of texts) {
    if (to === null) continue;
    const address = rangeAddress('', to);
    session.store.list(listOf(sheet)).push(address);
    const note = new Note(session, sheet, address);
    for (const [name, value] of kept) session.store.bag(note.key).set(name, value);
    note.tell();
  }
}

class Note extends ListedItem {
  constructor(
    session: Session,
    private readonly sheet: string,
    readonly address: string,
  ) {
    super(session, 'Note', listOf(sheet), address);
  }

  get area(): Area {
    const parsed = parseAddress(this.address);
    if (parsed === null) throw new HostError('ItemNotFound');
    return parsed.area;
  }

  override set(name: string, value: unknown): void {
    guardWrite(this.session, this.sheet);
    super.set(name, value);
    this.tell();
  }

  tell(): void {
    const { top, left } = this.area;
    this.session.model.comment?.(this.sheet, top, left, {
      author: String(this.get('AuthorName')),
      text: String(this.get('Content')),
      replies: [],
      isResolved: false,
    });
  }

  /** Without asking whether the sheet may be written to. */
  remove(): void {
    const { top, left } = this.area;
    this.session.model.comment?.(this.sheet, top, left, null);
    super.call('Delete', []);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    if (name === 'GetLocation') return this.session.make.range(this.sheet, this.area);
    if (name !== 'Delete') return super.call(name, given);
    guardWrite(this.session, this.sheet);
    this.remove();
    return null;
  }
}
