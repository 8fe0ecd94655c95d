import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cellAddress } from '../../../../src/engine/index';
import { changedParts, edited, opened, partOf } from '../../../oracles/editBytes';
import { valuesOf } from '../../../oracles/openBytes';
import { writing } from '../../../oracles/writing';

const root = path.join(__dirname, '../../../..');

it.each(['test/fixtures/workbooks/features.xlsx', 'assets/samples/ai-deals.xlsx'])(
  '%s keeps every cell and every other part when a cell is written',
  async (name) => {
    const bytes = readFileSync(path.join(root, name));
    const before = await opened(bytes);
    const last = before.sheets[before.sheets.length - 1];
    const { name: first, grid } = before.sheets[0];
    const after = await edited(bytes, [writing(cellAddress('', grid.top, grid.left), [['new']], first)]);
    const book = await opened(after);
    expect(changedParts(bytes, after)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml'].sort());
    expect(valuesOf(book.sheets[book.sheets.length - 1].grid)).toEqual(valuesOf(last.grid));
    expect(valuesOf(book.sheets[0].grid).slice(1)).toEqual(valuesOf(before.sheets[0].grid).slice(1));
    expect(book.sheets[0].grid.at(grid.top, grid.left)).toBe('new');
    expect(book.tables).toEqual(before.tables);
    expect(partOf(after, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  },
);
