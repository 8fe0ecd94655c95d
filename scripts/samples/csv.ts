/** CSV as RFC 4180 has it: commas, double quotes, doubled quotes inside. The facts are read and the fixtures written with it. */

/** Rows of fields. Throws on a quote that is never closed. O(n). */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') {
        field += '"';
        i += 1;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      row.push(field);
      field = '';
    } else if (c === '\n') {
      row.push(field);
      rows.push(row);
      row = [];
      field = '';
    } else if (c !== '\r') field += c;
  }
  if (quoted) throw new Error('A quoted field is never closed.');
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

/** One record per row, by heading. Throws when a row is longer or shorter than the heading. */
export function parseRecords(text: string): ReadonlyMap<string, string>[] {
  const [heading, ...rows] = parseCsv(text);
  return rows.map((row, i) => {
    if (row.length !== heading.length) {
      throw new Error(`Row ${i + 2} has ${row.length} fields, the heading has ${heading.length}.`);
    }
    return new Map(heading.map((name, c) => [name, row[c]]));
  });
}

export function formatCsv(rows: readonly (readonly string[])[]): string {
  const quote = (field: string): string =>
    /[",\r\n]/.test(field) ? `"${field.replace(/"/g, '""')}"` : field;
  return rows.map((row) => `${row.map(quote).join(',')}\n`).join('');
}
