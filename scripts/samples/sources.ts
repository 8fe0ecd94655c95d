/** Where the facts of a workbook come from: each source once, with a number and with everything that rests on it. */
import { look } from './look';
import { sourceColumn, tableRows, textColumn, widthsOf } from './tables';
import type { Column } from './tables';
import type { SheetSpec } from './xlsx/sheet';

interface Source {
  readonly number: number;
  readonly text: string;
  readonly grades: Set<string>;
  readonly deals: string[];
  readonly figures: string[];
}

export class Sources {
  private readonly byText = new Map<string, Source>();

  private named(text: string): Source {
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    const source = { number: this.byText.size + 1, text, grades: new Set<string>(), deals: [], figures: [] };
    this.byText.set(text, source);
    return source;
  }

  addDeal(deal: { readonly id: string; readonly source: string; readonly grade: string }): void {
    const source = this.named(deal.source);
    source.grades.add(deal.grade);
    source.deals.push(deal.id);
  }

  addFigure(what: string, text: string, grade: string): void {
    const source = this.named(text);
    source.grades.add(grade);
    source.figures.push(what);
  }

  numberOf(text: string): string {
    const source = this.byText.get(text);
    if (source === undefined) throw new Error(`Source "${text}" has no number.`);
    return String(source.number);
  }

  sheet(): SheetSpec {
    const columns: Column<Source>[] = [
      {
        heading: 'No.',
        width: 7,
        style: look.number,
        cell: ({ number }) => ({ value: number, style: look.number }),
      },
      { ...sourceColumn('Address', 70, ({ text }) => text), style: look.text },
      textColumn('Grade', 9, look.code, ({ grades }) => [...grades].join('; ')),
      textColumn('Deals that rest on it', 30, look.text, ({ deals }) => deals.join('; ')),
      textColumn('Company figures that rest on it', 46, look.text, ({ figures }) => figures.join('; ')),
    ];
    const wrapped: Column<Source> = {
      ...columns[1],
      cell: (source) => {
        const cell = columns[1].cell(source);
        return { ...cell, style: { ...cell.style, wrap: true } };
      },
    };
    const items = [...this.byText.values()];
    const shown = columns.map((column, i) => (i === 1 ? wrapped : column));
    return {
      name: 'Source list',
      tab: '8A9AA0',
      widths: widthsOf(shown),
      rows: tableRows(shown, items),
      table: { name: 'Sources', rows: items.length },
    };
  }
}
