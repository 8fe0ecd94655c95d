/**
 * The deals and company figures of ai-deals.xlsx as the pane fills them into a workbook: the values of the two sheets, a
 * row a line, and the number formats of their columns.
 *
 * Left out: the number of a source, which counts lines of a sheet that is not filled in. The alias table is not filled in
 * either, because it would merge parties in the user's own deals too: the figures name each party as the deals do.
 */
import { aliases } from './aliases';
import type { WorkbookSpec } from './xlsx/package';
import type { SheetSpec } from './xlsx/sheet';

type Value = string | number | null;

/** Text of the JSON file. */
export function paneSample({ sheets }: WorkbookSpec): string {
  const deals = sheets.find(({ table }) => table?.name === 'Deals');
  const figures = sheets.find(({ table }) => table?.name === 'Financials');
  if (deals === undefined || figures === undefined)
    throw new Error('The workbook has no deals or no figures.');
  return `{\n"deals": ${sheetText(deals)},\n"figures": ${sheetText(withPartiesOfDeals(figures))}\n}\n`;
}

function sheetText({ name, table, rows }: SheetSpec): string {
  const headings = rows[0].cells.map((cell) => cell?.value ?? null);
  const columns = headings.flatMap((heading, column) => (heading === 'Source no.' ? [] : [column]));
  const formats = columns.map((column) => formatOf(rows[1].cells[column]?.style.format));
  const lines = rows.map(({ cells }) =>
    JSON.stringify(columns.map((column): Value => cells[column]?.value ?? null)),
  );
  const about = { sheet: name, table: table?.name, formats };
  return `{"about": ${JSON.stringify(about)}, "rows": [\n${lines.join(',\n')}\n]}`;
}

/** null: none of its own. The format of texts keeps them texts while they are edited, which is nothing to fill in. */
function formatOf(format: string | undefined): string | null {
  return format === undefined || format === '@' ? null : format;
}

function withPartiesOfDeals(figures: SheetSpec): SheetSpec {
  const headings = figures.rows[0].cells.map((cell) => cell?.value);
  const [party, note] = [headings.indexOf('Party'), headings.indexOf('Note')];
  const rows = figures.rows.map((row) => {
    const alias = aliases.find(({ spelling }) => spelling === row.cells[party]?.value);
    if (alias === undefined) return row;
    const cells = row.cells.map((cell, column) => {
      if (cell === null) return null;
      if (column === party) return { ...cell, value: alias.name };
      if (column !== note) return cell;
      const said = cell.value === null ? '' : `${cell.value} `;
      return { ...cell, value: `${said}As reported by ${alias.spelling}, its owner.` };
    });
    return { ...row, cells };
  });
  return { ...figures, rows };
}
