/** Where the facts of a workbook come from: each source once, with a number and with everything that rests on it. */
import { GREY, look } from './look';
import { numberColumn, sourceColumn, tableRows, textColumn, widthsOf } from './tables';
import type { Column } from './tables';
import type { SheetSpec } from './xlsx/sheet';

interface Source {
  readonly number: number;
  readonly text: string;
  readonly grades: Set<string>;
  readonly deals: string[];
  /** By party, its periods. */
  readonly figures: Map<string, string[]>;
}

export class Sources {
  private readonly byText = new Map<string, Source>();

  private named(text: string): Source {
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    const source: Source = {
      number: this.byText.size + 1,
      text,
      grades: new Set(),
      deals: [],
      figures: new Map(),
    };
    this.byText.set(text, source);
    return source;
  }

  addDeal(deal: { readonly id: string; readonly source: string; readonly grade: string }): void {
    const source = this.named(deal.source);
    source.grades.add(deal.grade);
    source.deals.push(deal.id);
  }

  addFigure(figure: {
    readonly party: string;
    readonly period: string;
    readonly source: string;
    readonly grade: string;
  }): void {
    const source = this.named(figure.source);
    source.grades.add(figure.grade);
    source.figures.set(figure.party, [...(source.figures.get(figure.party) ?? []), figure.period]);
  }

  numberOf(text: string): string {
    const source = this.byText.get(text);
    if (source === undefined) throw new Error(`Source "${text}" has no number.`);
    return String(source.number);
  }

  sheet(): SheetSpec {
    const address = sourceColumn<Source>('Address', 84, ({ text }) => text);
    const columns: Column<Source>[] = [
      numberColumn('No.', 7, look.number, ({ number }) => String(number)),
      {
        ...address,
        cell: (source) => {
          const cell = address.cell(source);
          return { ...cell, style: { ...cell.style, wrap: true } };
        },
      },
      textColumn('Grade', 13, look.code, ({ grades }) => [...grades].join('; ')),
      textColumn('Deals that rest on it', 26, look.text, ({ deals }) => deals.join('; ')),
      textColumn('Company figures that rest on it', 44, look.text, ({ figures }) =>
        [...figures].map(([party, periods]) => `${party} ${periods.join(', ')}`).join('; '),
      ),
    ];
    const items = [...this.byText.values()];
    return {
      name: 'Source list',
      tab: GREY,
      widths: widthsOf(columns),
      rows: tableRows(columns, items),
      table: { name: 'Sources', rows: items.length },
    };
  }
}
