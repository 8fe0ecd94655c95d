/** The alias table of a workbook: names that are one party. Looplens reads the table called Aliases and merges nothing else. */
import { GREY, look } from './look';
import { tableRows, textColumn, widthsOf } from './tables';
import type { Column } from './tables';
import type { SheetSpec } from './xlsx/sheet';

interface Alias {
  readonly spelling: string;
  readonly name: string;
  readonly reason: string;
}

export const aliases: readonly Alias[] = [
  {
    spelling: 'Alphabet',
    name: 'Google',
    reason: 'The deals name the brand, the company figures its owner.',
  },
];

/** `room` empty rows stand below the aliases for the user's own. */
export function aliasSheet(items: readonly Alias[], room: number): SheetSpec {
  const columns: Column<Alias>[] = [
    textColumn('Spelling', 28, look.text, ({ spelling }) => spelling),
    textColumn('Party', 28, look.text, ({ name }) => name),
    textColumn('Why', 60, look.note, ({ reason }) => reason),
  ];
  const empty = { cells: columns.map(({ style }) => ({ value: null, style })) };
  return {
    name: 'Party names',
    tab: GREY,
    widths: widthsOf(columns),
    rows: [...tableRows(columns, items), ...Array.from({ length: room }, () => empty)],
    table: { name: 'Aliases', rows: items.length + room },
  };
}
