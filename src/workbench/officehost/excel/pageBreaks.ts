/** worksheet.horizontalPageBreaks and verticalPageBreaks: each before a row or a column. */
import { HostError } from '../core/errors';
import type { HostObject, Session } from '../core/objects';
import { cellsOrAddress } from './arguments';
import { Collection, ListedItem } from './collections';
import { tellPage } from './pageLayout';
import { guardWrite } from './protection';

export class PageBreaks extends Collection {
  constructor(
    session: Session,
    private readonly sheet: string,
    private readonly way: 'HorizontalPageBreaks' | 'VerticalPageBreaks',
  ) {
    super(session, 'PageBreakCollection', `sheet:${sheet}/${way}`);
  }

  override items(): readonly HostObject[] {
    return this.session.store.list(this.key).map((id) => this.made(id));
  }

  protected find(key: string): HostObject | null {
    return this.session.store.list(this.key).includes(key) ? this.made(key) : null;
  }

  override call(name: string, given: readonly unknown[]): unknown {
    const { session } = this;
    switch (name) {
      case 'Add': {
        guardWrite(session, this.sheet);
        const { area } = cellsOrAddress(session, given[0], this.sheet);
        const at = this.way === 'HorizontalPageBreaks' ? area.top : area.left;
        // Before the first one a page begins anyway.
        if (at === 0) throw new HostError('InvalidArgument');
        const id = session.store.newId();
        session.store.list(this.key).push(id);
        const bag = session.store.bag(`${this.key}/${id}`);
        bag.set('_Id', id);
        bag.set('RowIndex', area.top);
        bag.set('ColumnIndex', area.left);
        tellPage(session, this.sheet);
        return this.made(id);
      }
      case 'RemovePageBreaks':
        guardWrite(session, this.sheet);
        session.store.drop(this.key);
        tellPage(session, this.sheet);
        return null;
      default:
        return super.call(name, given);
    }
  }

  private made(id: string): HostObject {
    return new ListedItem(this.session, 'PageBreak', this.key, id);
  }
}
