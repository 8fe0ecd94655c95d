import fc from 'fast-check';
import {
  correctionsText,
  droppedOf,
  noCorrections,
  optionsOf,
  placeOf,
  readCorrections,
  withRole,
  type Corrections,
} from '../../src/app/corrections';
import {
  analyze,
  cellAddress,
  gridOf,
  plainSheet,
  type Book,
  type Cell,
  type DealRole,
  type Sheet,
} from '../../src/engine/index';
import { bookOf, circle, heading } from './world';

const role = { cell: 'Deals!C1', heading: 'Amount (USD bn)', role: 'amount' } as const;

function deals(...headings: string[]): Book {
  return bookOf(new Map([['Deals', [headings, ...circle.slice(1)]]]));
}

describe('the text of corrections', () => {
  it('gives back what was put in', () => {
    fc.assert(
      fc.property(
        fc.record({
          deals: fc.oneof(
            fc.constant(null),
            fc.record({ table: fc.string() }),
            fc.record({ range: fc.string() }),
          ),
          roles: fc.array(
            fc.record({
              cell: fc.string(),
              heading: fc.string(),
              role: fc.constantFrom<DealRole | null>('amount', 'from', null),
            }),
          ),
          currency: fc.option(fc.string()),
          owner: fc.option(fc.string()),
        }),
        (corrections: Corrections) => {
          expect(readCorrections(correctionsText(corrections))).toEqual(corrections);
        },
      ),
    );
  });

  it.each([
    ['of a newer Looplens', '{"looplens":2,"deals":null,"roles":[],"currency":null}'],
    ['of another program', '{"deals":null}'],
    ['that is a list', '[1]'],
    ['that is a number', '42'],
    ['that is nothing', 'null'],
    ['that is no JSON', 'looplens'],
  ])('%s is not read', (_, text) => {
    expect(readCorrections(text)).toBeNull();
  });

  it('is read without what it does not understand', () => {
    const text = JSON.stringify({
      looplens: 1,
      deals: { table: 'Deals', whatIf: { fundingCut: 1 } },
      roles: [role, { cell: 'Deals!D1' }, { ...role, role: 'oracle' }, 7],
      currency: 3,
    });
    expect(readCorrections(text)).toEqual({
      deals: { table: 'Deals' },
      roles: [role],
      currency: null,
      owner: null,
    });
  });
});

describe('corrections for the engine', () => {
  const corrected = withRole(noCorrections, role);
  const columnsOf = (book: Book, corrections = corrected) =>
    [...(optionsOf(corrections, book).roles?.values() ?? [])].flatMap((columns) => [...columns]);

  it('are none when nothing was put right', () => {
    expect(optionsOf(noCorrections, deals(...heading))).toEqual({});
  });

  it('name the column of the heading', () => {
    expect(columnsOf(deals(...heading))).toEqual([[2, 'amount']]);
  });

  it('follow a heading to where its column has moved', () => {
    expect(columnsOf(deals('ID', ...heading))).toEqual([[3, 'amount']]);
  });

  it('are dropped with a heading that is gone, and with its sheet', () => {
    expect(columnsOf(deals('Payer', 'Receiver', 'Price'))).toEqual([]);
    expect(columnsOf(bookOf(new Map([['Other', circle]])))).toEqual([]);
  });

  it.each<[string, Cell[][], Sheet['merges'], string]>([
    [
      'in two lines of a cell',
      [['Payer', 'Receiver', 'Amount\n(USD bn) ', 'Kind', 'Status']],
      [],
      'Deals!C1',
    ],
    [
      'with wide letters and blanks',
      [['Payer', 'Receiver', 'Ａmount\u00a0 USD', 'Kind', 'Status']],
      [],
      'Deals!C1',
    ],
    [
      'of two rows',
      [
        ['Payer', 'Receiver', 'Amount', 'Kind', 'Status'],
        [null, null, 'USD bn', null, null],
      ],
      [],
      'Deals!C1',
    ],
    [
      'of a merged cell over two rows',
      [
        ['Parties', null, 'Amount', 'Deal', null],
        ['Payer', 'Receiver', 'USD bn', 'Kind', 'Status'],
      ],
      [{ top: 0, left: 0, bottom: 0, right: 1 }],
      'Deals!B1',
    ],
  ])('fit a heading %s as the engine tells it', (_, headings, merges, cell) => {
    const rows = [...headings, ...circle.slice(1)];
    const sheet = { ...plainSheet('Deals', gridOf(rows)), merges };
    const area = { top: 0, left: 0, bottom: rows.length - 1, right: 4 };
    const table = { name: 'T', sheet: 0, area, headingRows: headings.length, totalsRows: 0 };
    const book = { ...deals(...heading), sheets: [sheet], tables: [table] };
    const outcome = analyze(book, { table: 'T' });
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    const column = outcome.analysis.ledger.columns.find((one) => one.cell === cell);
    if (column === undefined) throw new Error(`no column ${cell}`);
    const put = withRole(noCorrections, { cell, heading: column.heading, role: null });
    expect(columnsOf(book, put)).toEqual([[placeOf(cell)?.column, null]]);
    expect(droppedOf(put, book)).toEqual([]);
  });

  it('that no longer fit are told', () => {
    const gone = { ...role, cell: 'Old!C1' };
    expect(droppedOf(withRole(corrected, gone), deals(...heading))).toEqual([gone]);
    expect(droppedOf(corrected, deals('Payer', 'Receiver', 'Price'))).toEqual([role]);
  });

  it('stay with a column that has no heading', () => {
    const bare = withRole(noCorrections, { ...role, heading: 'column C (no heading)' });
    expect(columnsOf(deals('Payer', 'Receiver', ''), bare)).toEqual([[2, 'amount']]);
  });

  it('find a sheet whose name needs quotes', () => {
    const sheet = plainSheet("Deals '26", gridOf(circle));
    const book = { ...deals(...heading), sheets: [sheet] };
    const quoted = withRole(noCorrections, { ...role, cell: "'Deals ''26'!C1" });
    expect(columnsOf(book, quoted)).toEqual([[2, 'amount']]);
  });

  it('are applied to their own sheet only, also when another has become the better one', () => {
    const wide = circle.map((row, index) => [...row, index === 0 ? 'Source' : 'filing']);
    const both = bookOf(
      new Map([
        ['Old', circle],
        ['Deals', [...wide, ...wide.slice(1)]],
      ]),
    );
    const ofOld = withRole(noCorrections, { ...role, cell: 'Old!C1', role: null });
    const roles = optionsOf(ofOld, both).roles;
    expect([...(roles ?? [])].map(([sheet, columns]) => [sheet, [...columns]])).toEqual([
      ['Old', [[2, null]]],
    ]);
    const outcome = analyze(both, { ...optionsOf(ofOld, both), sheet: 'Deals' });
    const columns = outcome.ok ? outcome.analysis.ledger.columns : [];
    expect(columns.find(({ cell }) => cell === 'Deals!C1')?.role).toBe('amount');
    const old = analyze(both, { ...optionsOf(ofOld, both), sheet: 'Old' });
    expect(old.ok ? 'read' : old.refusal.code).toBe('no-amount-column');
  });

  it('have the last word on a column only', () => {
    const twice = withRole(corrected, { ...role, role: null });
    expect(twice.roles).toHaveLength(1);
    expect(columnsOf(deals(...heading), twice)).toEqual([[2, null]]);
  });

  it('carry the place, the currency and the owner', () => {
    const all = { deals: { range: 'Deals!A1:E4' }, roles: [], currency: 'EUR', owner: 'Us' };
    expect(optionsOf(all, deals(...heading))).toEqual({
      range: 'Deals!A1:E4',
      currency: 'EUR',
      owner: 'Us',
    });
  });
});

describe('the place of a cell', () => {
  it('is what its address says, for every sheet', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(1_048_575), fc.nat(16_383), (sheet, row, column) => {
        expect(placeOf(cellAddress(sheet, row, column))).toEqual({ sheet, row, column });
      }),
    );
  });

  it.each(['C1', 'Deals!', 'Deals!hello', ''])('"%s" is none', (text) => {
    expect(placeOf(text)).toBeNull();
  });
});
