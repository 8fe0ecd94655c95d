/// <reference types="custom-functions-runtime" />
import { registerFunctions, type FunctionsFile } from '../../src/workbench/officehost/functionBridge';
import { openPage, type OpenPage } from './page';

const area = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

const file: FunctionsFile = {
  allowErrorForDataTypeAny: true,
  functions: [
    { id: 'SEEN', name: 'SEEN', parameters: [{ name: 'cells', dimensionality: 'matrix' }] },
    {
      id: 'OPTIONAL',
      name: 'OPTIONAL',
      parameters: [{ name: 'one' }, { name: 'two', optional: true }],
    },
    { id: 'MANY', name: 'MANY', parameters: [{ name: 'first' }, { name: 'rest', repeating: true }] },
    {
      id: 'WHERE',
      name: 'WHERE',
      parameters: [{ name: 'cells', dimensionality: 'matrix' }],
      options: { requiresAddress: true, requiresParameterAddresses: true },
    },
  ],
};

describe('functions.json in the workbook', () => {
  let page: OpenPage;
  let sheet: string;

  /** Types a formula and waits for what it shows. */
  const shown = async (formula: string): Promise<unknown> => {
    page.model.type(sheet, area(9, 9), [[formula]]);
    await page.model.settled();
    return page.model.value(sheet, 9, 9);
  };

  beforeAll(async () => {
    page = await openPage();
    sheet = page.model.activeSheet();
    registerFunctions(page.host, page.model, 'DEAL', file);
    page.model.write(sheet, area(0, 0, 1, 1), [
      [1, null],
      ['#DIV/0!', 'x'],
    ]);
    CustomFunctions.associate('SEEN', (cells: unknown[][]) => {
      const told = (cell: unknown): unknown =>
        cell instanceof CustomFunctions.Error ? `error ${cell.code}` : cell;
      return JSON.stringify(cells.map((row) => row.map(told)));
    });
    CustomFunctions.associate('OPTIONAL', (one: unknown, two: unknown) => JSON.stringify([one, two]));
    CustomFunctions.associate('MANY', (first: unknown, rest: unknown[]) => JSON.stringify([first, rest]));
    CustomFunctions.associate('WHERE', (_: unknown, invocation: CustomFunctions.Invocation) =>
      [invocation.address, ...(invocation.parameterAddresses ?? [])].join(' '),
    );
  });

  it('hands over rows, with errors as errors and an empty cell as 0', async () => {
    expect(await shown('=DEAL.SEEN(A1:B2)')).toBe('[[1,0],["error #DIV/0!","x"]]');
  });

  it('hands over one cell as rows where rows are asked', async () => {
    expect(await shown('=DEAL.SEEN(A1)')).toBe('[[1]]');
  });

  it.each([
    [null, '[[1,null],["error #DIV/0!","x"]]'],
    ['', '[[1,""],["error #DIV/0!","x"]]'],
  ] as const)('hands over an empty cell as %p where the host does that', async (blank, seen) => {
    registerFunctions(page.host, page.model, 'OTHER', file, { blank });
    expect(await shown('=OTHER.SEEN(A1:B2)')).toBe(seen);
  });

  it('a skipped argument is null, too many are #VALUE!', async () => {
    expect(await shown('=DEAL.OPTIONAL(5)')).toBe('[5,null]');
    expect(await shown('=DEAL.OPTIONAL(5,"y")')).toBe('[5,"y"]');
    expect(await shown('=DEAL.OPTIONAL(1,2,3)')).toEqual({ error: '#VALUE!' });
    expect(await shown('=DEAL.OPTIONAL()')).toEqual({ error: '#VALUE!' });
  });

  it('repeating arguments come as one list', async () => {
    expect(await shown('=DEAL.MANY(1,2,3)')).toBe('[1,[2,3]]');
  });

  it('a range where a value is asked is #VALUE!', async () => {
    expect(await shown('=DEAL.OPTIONAL(A1:B2)')).toEqual({ error: '#VALUE!' });
  });

  it('addresses of the formula and of its arguments are given to those who ask', async () => {
    expect(await shown('=DEAL.WHERE(A1:B2)')).toBe('Sheet1!J10 Sheet1!A1:B2');
  });
});
