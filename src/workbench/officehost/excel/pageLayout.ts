/** worksheet.pageLayout: how a sheet is printed. It is data here; the workbook is told, for it is saved with the sheet. */
import type { Area } from '../../../engine/index';
import { HostError } from '../core/errors';
import { HostObject, own, type Session } from '../core/objects';
import { areasOf, areasText, parseAddress } from './address';
import { cellsOf } from './arguments';
import { guardWrite } from './protection';

/** A page that nobody has set up; margins in points. */
const defaults: Readonly<Record<string, unknown>> = {
  Orientation: 'Portrait',
  Zoom: { scale: 100 },
  BlackAndWhite: false,
  CenterHorizontally: false,
  CenterVertically: false,
  PrintHeadings: false,
  PrintGridlines: false,
  DraftMode: false,
  LeftMargin: 50.4,
  RightMargin: 50.4,
  TopMargin: 54,
  BottomMargin: 54,
  HeaderMargin: 21.6,
  FooterMargin: 21.6,
};

/** Points in a unit of PrintMarginUnit. */
const units: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

export class PageLayout extends HostObject {
  constructor(
    session: Session,
    private readonly sheet: string,
  ) {
    super(session, 'PageLayout', `sheet:${sheet}/PageLayout`);
  }

  private get bag(): Map<string, unknown> {
    return this.session.store.bag(this.key);
  }

  override get(name: string): unknown {
    return this.bag.get(name) ?? own(defaults, name) ?? super.get(name);
  }

  override set(name: string, value: unknown): void {
    guardWrite(this.session, this.sheet);
    super.set(name, value);
    tellPage(this.session, this.sheet);
  }

  override child(name: string): HostObject | null {
    const child = super.child(name);
    return child === null ? null : new PagePart(this.session, child.type, child.key, this.sheet);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    switch (name) {
      case 'SetPrintArea':
        guardWrite(this.session, this.sheet);
        this.bag.set('areas', areasText(this.given(given[0])));
        tellPage(this.session, this.sheet);
        return null;
      case 'GetPrintArea': {
        const areas = areasOf(String(this.bag.get('areas') ?? ''));
        if (areas === null) throw new HostError('ItemNotFound');
        return this.session.make.rangeAreas(this.sheet, areas);
      }
      case 'SetPrintMargins':
        this.setMargins(String(given[0]), given[1]);
        return null;
      default:
        return super.call(name, given);
    }
  }

  private given(what: unknown): readonly Area[] {
    if (typeof what !== 'string') return [cellsOf(what).area];
    const parsed = parseAddress(what);
    if (parsed === null) throw new HostError('InvalidArgument');
    return [parsed.area];
  }

  private setMargins(unit: string, margins: unknown): void {
    const points = own(units, unit);
    if (points === undefined || typeof margins !== 'object' || margins === null)
      throw new HostError('InvalidArgument');
    guardWrite(this.session, this.sheet);
    for (const [side, value] of Object.entries(margins)) {
      const name = `${side.charAt(0).toUpperCase()}${side.slice(1)}Margin`;
      if (typeof value !== 'number' || !this.meta.writable.includes(name))
        throw new HostError('InvalidArgument');
      this.bag.set(name, value * points);
    }
  }
}

/** Headers and footers. */
class PagePart extends HostObject {
  constructor(
    session: Session,
    type: string,
    key: string,
    private readonly sheet: string,
  ) {
    super(session, type, key);
  }

  override get(name: string): unknown {
    return super.get(name) ?? (this.type === 'HeaderFooter' ? '' : null);
  }

  override set(name: string, value: unknown): void {
    guardWrite(this.session, this.sheet);
    super.set(name, value);
    tellPage(this.session, this.sheet);
  }

  override child(name: string): HostObject | null {
    const child = super.child(name);
    return child === null ? null : new PagePart(this.session, child.type, child.key, this.sheet);
  }
}

/** Tells the workbook how a sheet is set up. */
export function tellPage(session: Session, sheet: string): void {
  const { model, store } = session;
  if (model.page === undefined) return;
  const page = `sheet:${sheet}/PageLayout`;
  const layout = store.bag(page);
  const zoom = layout.get('Zoom') as { horizontalFitToPages?: number } | undefined;
  const breaks = `sheet:${sheet}/HorizontalPageBreaks`;
  const part = (name: string, letter: string): string => {
    const text = store.bag(`${page}/HeadersFooters/DefaultForAllPages`).get(name);
    return typeof text === 'string' && text !== '' ? `&${letter}${text}` : '';
  };
  model.page(sheet, {
    gridlines: store.bag(`sheet:${sheet}`).get('ShowGridlines') !== false,
    landscape: layout.get('Orientation') === 'Landscape',
    isOnePageWide: zoom?.horizontalFitToPages === 1,
    printed: areasOf(String(layout.get('areas') ?? ''))?.at(0) ?? null,
    footer: part('LeftFooter', 'L') + part('CenterFooter', 'C') + part('RightFooter', 'R'),
    breaks: store.list(breaks).map((id) => Number(store.bag(`${breaks}/${id}`).get('RowIndex'))),
  });
}
