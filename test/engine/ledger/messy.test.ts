/** The catalogue of messy deal sheets (M01 ...), as cells. */
import type { Cell } from '../../../src/engine/book';
import { NO_DAY, UP_TO, type Ledger } from '../../../src/engine/ledger/types';
import { findDealTables } from '../../../src/engine/ledger/find';
import { bookOf } from '../../oracles/csv';
import { amounts, codes, day, gross, messages, pairs, read, readBook, refusal } from './reading';
import { inEnglish, say } from '../../../src/engine/sentence';

const head = ['From', 'To', 'Amount'];
const table = (...values: Cell[]): Cell[][] => [
  head,
  ...values.map((value, i): Cell[] => [`A${i}x`, `B${i}x`, value]),
];
const said = ({ issues }: Pick<Ledger, 'issues'>, code: string): string =>
  messages(issues.filter((issue) => issue.code === code))[0] ?? '';

describe('M01 scale in the heading or a note', () => {
  it.each([
    ['Amount ($000)', 1e3, 'k'],
    ['Amount $MM', 1e6, 'm'],
    ['Value, $m', 1e6, 'm'],
    ['amount_usd_bn', 1e9, 'bn'],
    ['Amount (USD bn)', 1e9, 'bn'],
    ['Amount in thousands', 1e3, 'k'],
    ['금액(억원)', 1e8, '억'],
    ['투자금액 (백만원)', 1e6, '백만'],
    ['Amount', 1, ''],
  ])('reads "%s"', (heading, scale, label) => {
    const ledger = read([
      ['From', 'To', heading],
      ['A', 'B', 5],
    ]);
    expect(ledger.money).toMatchObject({ scale, label });
    expect(gross(ledger)).toBe(5);
  });

  it.each([
    ['(USD in millions)', 1e6, 'USD'],
    ['All amounts in thousands', 1e3, null],
    ['(단위: 백만원)', 1e6, 'KRW'],
    ['in $bn', 1e9, 'USD'],
  ])('reads the line "%s" above the heading', (line, scale, currency) => {
    const ledger = read([['Deals of the year'], [line], head, ['A', 'B', 5]]);
    expect(ledger.money).toMatchObject({ scale, currency });
    expect(inEnglish(ledger.money.reason)).toContain('Deals!A2');
  });

  it.each(['OpenAI has promised 1.4 trillion', 'Try the sample', 'Deals won above $100m', 'B and T deals'])(
    'takes prose for no unit: "%s"',
    (line) => {
      expect(read([[line], head, ['A', 'B', 5]]).money).toMatchObject({ scale: 1, currency: null });
    },
  );
});

describe('M02 scale by row', () => {
  it('brings suffixes together and leaves out bare numbers of unknown scale', () => {
    const ledger = read(table('$13.8B', '$1.4tn', '$920M', 30000));
    expect(ledger.money).toMatchObject({ scale: 1e12, currency: 'USD' });
    const bn = read(table('$13.8B', '$1.4tn', '$2bn', 30000));
    expect(amounts(bn)).toEqual([13.8, 1400, 2]);
    expect(said(bn, 'scale-unknown')).toBe('Amount "30000" states no scale where most others do (Deals!C5).');
  });

  it('lets a suffix win over the heading for its cell, and says so', () => {
    const ledger = read([
      ['From', 'To', 'Amount (USD bn)'],
      ['A', 'B', 5],
      ['B', 'C', '$300 million'],
    ]);
    expect(amounts(ledger)).toEqual([5, 0.3]);
    expect(said(ledger, 'amount-own-scale')).toContain(
      '"$300 million" states its own scale and is counted as 0.3 bn',
    );
  });

  it('reads a unit column', () => {
    const ledger = read([
      [...head, 'Unit'],
      ['A', 'B', 5, 'bn'],
      ['B', 'C', 300, 'm'],
      ['C', 'D', 2, 'bn'],
      ['D', 'E', 10, 'GW'],
    ]);
    expect(amounts(ledger)).toEqual([5, 0.3, 2]);
    expect(ledger.unknownAmounts.length).toBe(1);
  });
});

describe('M03 scale in the number format', () => {
  it('uses the stored value and says that the format shows less', () => {
    const ledger = read(
      table(12_500_000, 3_000_000),
      {},
      { format: (_row, column) => (column === 2 ? '0.0,,"M"' : 'General') },
    );
    expect(amounts(ledger)).toEqual([12_500_000, 3_000_000]);
    expect(codes(ledger)).toContain('format-scale');
  });
});

describe('M04 and M05 currencies', () => {
  const mixed: Cell[][] = [
    [...head, 'Currency'],
    ['A', 'B', 5, 'USD'],
    ['B', 'C', 6, 'EUR'],
  ];

  it('refuses to add them, with cells and currencies', () => {
    expect(refusal(mixed)).toMatchObject({
      code: 'mixed-currencies',
      message: 'The amounts are in 2 currencies, which cannot be added: USD in C2 and EUR in C3 (Deals!C3).',
    });
    expect(refusal(table('$5', '€6')).code).toBe('mixed-currencies');
    expect(refusal(table('US$ 5', 'C$ 6')).code).toBe('mixed-currencies');
    const formats = ['', '[$$-409]#,##0', '[$€-407]#,##0'];
    expect(
      refusal(table(5, 6), {}, { format: (row, column) => (column === 2 ? formats[row] : 'General') }).code,
    ).toBe('mixed-currencies');
  });

  it('keeps the one that the user chooses', () => {
    const ledger = read(mixed, { currency: 'EUR' });
    expect(amounts(ledger)).toEqual([6]);
    expect(codes(ledger)).toContain('currency-other');
  });

  it('reads a bare dollar as US dollars and says so; beside a named dollar it is that one', () => {
    expect(read(table('$5', '$6')).money.currency).toBe('USD');
    expect(codes(read(table('$5')))).toContain('dollar-which');
    expect(read(table('$5', 'C$ 6')).money.currency).toBe('CAD');
  });
});

describe('M06 and M07 rows and columns out of sight', () => {
  it('counts them and says how many', () => {
    const ledger = read(
      table(1, 2, 3),
      {},
      {
        hiddenRows: [1, 2],
        hiddenColumns: [0],
        filter: { area: { top: 0, left: 0, bottom: 3, right: 2 }, hiddenRows: [3] },
      },
    );
    expect(gross(ledger)).toBe(6);
    expect(said(ledger, 'hidden-rows')).toContain('2 rows of deals are hidden');
    expect(said(ledger, 'filtered-rows')).toContain('1 rows of deals are out of sight');
    expect(said(ledger, 'hidden-column')).toContain('Column A (from)');
  });
});

describe('M08 totals inside the table', () => {
  it.each([
    'Total',
    'Subtotal',
    'Grand total',
    'Sum of deals',
    '합계',
    '소계',
    'WACOG',
    'Total:',
    'total 2025',
  ])('drops the row labelled "%s"', (label) => {
    const ledger = read([head, ['A', 'B', 1], ['B', 'C', 2], [label, null, 3]]);
    expect(gross(ledger)).toBe(3);
    expect(ledger).toMatchObject({ deals: 2, leftOut: 1, dataRows: 3 });
    expect(codes(ledger)).toContain('total-row');
  });

  it('drops a sum without a label, but not a party called Total', () => {
    const ledger = read([
      head,
      ['Total', 'B', 1],
      ['B', 'Total', 2],
      [null, null, 3],
      ['A', 'B', 4],
      [null, null, 7],
    ]);
    expect(gross(ledger)).toBe(7);
    expect(ledger.parties).toContain('Total');
    expect(codes(ledger).filter((code) => code === 'total-row').length).toBe(2);
  });

  it('leaves out an amount without parties that is no sum, as an error', () => {
    expect(codes(read([head, ['A', 'B', 1], [null, null, 99]]))).toContain('party-blank');
  });

  it('drops a formula without parties when the reader knows formulas', () => {
    const ledger = read(
      [head, ['A', 'B', 1], ['B', 'C', 2], [null, null, 2.5]],
      {},
      { isFormula: (row) => row === 3 },
    );
    expect(codes(ledger)).toContain('total-row');
  });
});

describe('M09 to M13 headings', () => {
  it('finds the heading below titles and a total', () => {
    const ledger = read([['Deals'], ['as of 2026'], [null, 'Total', 8], head, ['A', 'B', 8]]);
    expect(ledger.heading.rows).toEqual({ first: 3, last: 3 });
    expect(gross(ledger)).toBe(8);
  });

  it('joins a heading on two rows and spreads merged cells', () => {
    const cells: Cell[][] = [
      ['Deal', null, 'Amount', null],
      ['Payer', 'Payee', 'announced, USD bn', 'drawn'],
      ['A', 'B', 5, 1],
    ];
    const merges = [
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 0, left: 2, bottom: 0, right: 3 },
    ];
    const ledger = read(cells, {}, { merges });
    expect(ledger.heading.rows).toEqual({ first: 0, last: 1 });
    expect(ledger.columns.map((column) => column.heading)).toEqual([
      'Deal Payer',
      'Deal Payee',
      'Amount announced, USD bn',
      'Amount drawn',
    ]);
    expect(ledger.money).toMatchObject({ scale: 1e9, currency: 'USD' });
    expect(amounts(ledger)).toEqual([5]);
    expect(pairs(ledger)).toEqual(['A>B']);
  });

  it('names a used column without heading', () => {
    const ledger = read([
      ['From', 'To', 'Amount', null],
      ['A', 'B', 5, 'x'],
    ]);
    expect(ledger.columns[3]).toMatchObject({ heading: 'column D (no heading)', role: null });
  });

  it('takes the better of two columns for one role and reports the other', () => {
    const ledger = read([
      ['From', 'To', 'Amount', 'Annualised amount', 'Amount'],
      ['A', 'B', 5, 1, 7],
    ]);
    expect(amounts(ledger)).toEqual([5]);
    expect(ledger.columns[4]).toMatchObject({ role: null });
    expect(inEnglish(ledger.columns[4].reason)).toContain('"Amount" in column C fits better');
  });

  it('obeys a user who moves the heading or a role', () => {
    const cells: Cell[][] = [
      ['From', 'To', 'Amount', 'Second'],
      ['A', 'B', 5, 9],
    ];
    expect(
      amounts(
        read(cells, {
          roles: new Map([
            [3, 'amount'],
            [2, null],
          ]),
        }),
      ),
    ).toEqual([9]);
    const below: Cell[][] = [
      ['From', 'To', 'Amount'],
      ['Payer', 'Payee', 'Value'],
      ['A', 'B', 5],
    ];
    expect(inEnglish(read(below, { headingRow: 1 }).heading.reason)).toContain('chosen by the user');
  });
});

describe('M14 to M16 numbers as text', () => {
  it.each<[Cell[], number[]]>([
    [
      ['1,250', ' 300 ', '$456,475'],
      [1250, 300, 456475],
    ],
    [
      ['１２３', '４．５'],
      [123, 4.5],
    ],
    [
      ['1.234,56', '12,5'],
      [1234.56, 12.5],
    ],
    [
      ['1 234,56', '7,5'],
      [1234.56, 7.5],
    ],
    [
      ['12,34,567', '1,000.5'],
      [1234567, 1000.5],
    ],
    [
      ["1'234.50", '2'],
      [1234.5, 2],
    ],
  ])('reads %j', (cells, wanted) => {
    expect(amounts(read(table(...cells)))).toEqual(wanted);
  });

  it('decides the decimal sign for the column and refuses what does not fit', () => {
    const ledger = read(table('1.234,56', '2.000,10', '12.5'));
    expect(amounts(ledger)).toEqual([1234.56, 2000.1]);
    expect(codes(ledger)).toEqual(expect.arrayContaining(['amount-unreadable', 'number-style-mixed']));
    expect(codes(read(table('1,250', '2,500')))).toContain('number-style-assumed');
  });

  it.each(['(1,250)', '1,250-', '-1250', '−1250', '△1,250', '($1,250)', '1,250 CR'])(
    'keeps the sign of "%s" and leaves the reversal out',
    (text) => {
      const ledger = read(table(text, 10));
      expect(amounts(ledger)).toEqual([10]);
      expect(said(ledger, 'negative-amount')).toContain(
        'a reversal: enter it as a deal in the other direction',
      );
    },
  );

  it('names the cell of a number that is none', () => {
    expect(said(read(table('12,5O', 1)), 'amount-unreadable')).toBe(
      'Amount "12,5O" is not a number (Deals!C2).',
    );
  });
});

describe('M17 and M18 caps, ranges, rates', () => {
  it('keeps a cap and flags it', () => {
    const ledger = read(table('up to $100bn', '$5-10B', '$3bn'));
    expect(amounts(ledger)).toEqual([100, 10, 3]);
    expect(Array.from(ledger.flags, (flags) => flags & UP_TO)).toEqual([UP_TO, UP_TO, 0]);
    expect(Array.from(ledger.firm)).toEqual([0, 0, 1]);
    expect(Array.from(ledger.weight)).toEqual([0.5, 0.5, 1]);
    expect(said(ledger, 'amount-range')).toBe(
      'Amount "$5-10B" is a range from 5 to 10 bn; the upper bound is used as a cap (Deals!C3).',
    );
  });

  it.each([
    '10 GW',
    '10+ GW',
    '~14%',
    'undisclosed',
    'TBD',
    'N/A',
    '-',
    '',
    '?',
    '미공개',
    'tens of billions',
  ])('takes "%s" for unknown, never for zero', (text) => {
    const ledger = read(table(text, 5));
    expect(gross(ledger)).toBe(5);
    expect(ledger.unknownAmounts.length).toBe(1);
    expect(ledger.leftOut).toBe(1);
  });

  it('refuses a text of two kinds', () => {
    expect(codes(read(table('~14% + $40B', 5)))).toContain('amount-unreadable');
  });

  it('counts a rate over its term and otherwise not at all', () => {
    const cells: Cell[][] = [
      [...head, 'Term (years)'],
      ['A', 'B', '$920M/mo', 2],
      ['B', 'C', '$920M/mo', null],
      ['C', 'D', '$1bn', null],
      ['D', 'E', '$38B / 7 yrs', null],
    ];
    const ledger = read(cells);
    expect(ledger.unknownAmounts.map((unknown) => unknown.cell)).toEqual(['Deals!C3']);
    expect(amounts(ledger).map((amount) => amount * ledger.money.scale)).toEqual([22.08e9, 1e9, 38e9]);
    expect(Array.from(ledger.term)).toEqual([2, NaN, 7]);
  });
});

describe('M19 to M22 dates', () => {
  const dated = (...dates: Cell[]): Cell[][] => [
    [...head, 'Date'],
    ...dates.map((date, i): Cell[] => [`A${i}`, `B${i}`, 1, date]),
  ];

  it('marks a date of no or two readings as unknown and keeps the row', () => {
    const ledger = read(dated('10/31, 11/1', 'Jun-01', 'soon', '2025-09-22'));
    expect(Array.from(ledger.day)).toEqual([NO_DAY, NO_DAY, NO_DAY, day('2025-09-22')]);
    expect(codes(ledger).filter((code) => code === 'date-unreadable').length).toBe(3);
  });

  it('decides day/month order for the column', () => {
    expect(Array.from(read(dated('22/09/2025', '03/04/2025')).day)).toEqual([
      day('2025-09-22'),
      day('2025-04-03'),
    ]);
    expect(Array.from(read(dated('09/22/2025', '03/04/2025')).day)).toEqual([
      day('2025-09-22'),
      day('2025-03-04'),
    ]);
    const open = read(dated('03/04/2025'));
    expect([open.day[0], open.lastDay[0]]).toEqual([day('2025-03-04'), day('2025-04-03')]);
    expect(codes(open)).toContain('date-order-unknown');
  });

  it('reads serials in both date systems', () => {
    const book = bookOf(dated(45922));
    expect(readBook(book).day[0]).toBe(day('2025-09-22'));
    expect(readBook({ ...book, date1904: true }).day[0]).toBe(day('2029-09-23'));
  });

  it('leaves out an amount that is formatted as a date', () => {
    const ledger = read(
      table(45922, 5),
      {},
      { format: (row, column) => (row === 1 && column === 2 ? 'yyyy-mm-dd' : 'General') },
    );
    expect(codes(ledger)).toContain('amount-is-date');
    expect(gross(ledger)).toBe(5);
  });
});

describe('M23 to M29 parties', () => {
  it('reports a number in a party column', () => {
    const ledger = read([head, [45717, 'B', 1], ['A', 'B', 2]]);
    expect(said(ledger, 'party-not-a-name')).toBe(
      'Payer "45717" is a number or a date, not a name (Deals!A2).',
    );
    expect(ledger.leftOut).toBe(1);
  });

  it('keeps exact duplicates and names both rows', () => {
    const ledger = read([head, ['A', 'B', 1], ['A', 'B', 2], ['A', 'B', 1]]);
    expect(gross(ledger)).toBe(4);
    expect(said(ledger, 'duplicate-row')).toContain('Row 4 repeats row 2 exactly');
    const noted = read([
      [...head, 'Invoice'],
      ['A', 'B', 1, 'x'],
      ['A', 'B', 1, 'y'],
    ]);
    expect(codes(noted)).not.toContain('duplicate-row');
  });

  it('merges names by alias only, and reports it', () => {
    const cells: Cell[][] = [head, ['Alphabet', 'B', 1], ['Google', 'C', 2], ['Googel', 'C', 2]];
    expect(read(cells).parties).toEqual(['Alphabet', 'B', 'Google', 'C', 'Googel']);
    const merged = read(cells, { aliases: new Map([['alphabet', 'Google']]) });
    expect(merged.parties).toEqual(['Google', 'B', 'C', 'Googel']);
    expect(merged.merges).toEqual([{ names: ['Alphabet', 'Google'], party: 0, reason: say`alias table` }]);
  });

  it('merges blanks, case and width', () => {
    const ledger = read([
      head,
      ['OpenAI', 'B', 1],
      ['openai ', 'C', 1],
      ['Open\u200bAI', 'D', 1],
      ['ＯｐｅｎＡＩ', '\u00a0B', 1],
    ]);
    expect(ledger.parties).toEqual(['OpenAI', 'B', 'C', 'D']);
    expect(ledger.merges.map((merge) => inEnglish(merge.reason))).toEqual([
      'same letters but for case and spaces',
      'same letters but for case and spaces',
    ]);
  });

  it('leaves out self-payments and counts them', () => {
    const ledger = read([head, ['A', 'a ', 1], ['A', 'B', 2]]);
    expect(gross(ledger)).toBe(2);
    expect(said(ledger, 'self-deal')).toBe('"A" pays itself; the row is left out (Deals!B2).');
  });

  it('turns a direction flag into payer and receiver', () => {
    const flagged: Cell[][] = [
      ['Counterparty', 'Buy/Sell', 'Amount'],
      ['B', 'Buy', 1],
      ['C', 'sell', 2],
      ['D', 'hold', 4],
    ];
    expect(refusal(flagged).code).toBe('owner-needed');
    const ledger = read(flagged, { owner: 'Acme' });
    expect(pairs(ledger)).toEqual(['Acme>B', 'C>Acme']);
    expect(codes(ledger)).toEqual(expect.arrayContaining(['direction-from-flag', 'direction-unsaid']));
    const both = read([
      ['Party', 'Counterparty', 'Direction', 'Amount'],
      ['A', 'B', 'out', 1],
      ['A', 'C', '입금', 2],
    ]);
    expect(pairs(both)).toEqual(['A>B', 'C>A']);
  });

  it('lists a partnership as context', () => {
    const ledger = read([
      [...head, 'Kind'],
      ['A', 'B', 1, 'PARTNERSHIP'],
      ['B', 'A', 1, 'loan'],
    ]);
    expect(pairs(ledger)).toEqual(['B>A']);
    expect(codes(ledger)).toContain('direction-unsaid');
  });
});

describe('M30 to M32 cells without a value', () => {
  it('leaves out errors with their address', () => {
    const ledger = read(table({ error: '#REF!' }, { error: '#UNSTORED!' }, 5));
    expect(gross(ledger)).toBe(5);
    expect(messages(ledger.issues)).toEqual(
      expect.arrayContaining([
        'Amount is the error #REF! (Deals!C2).',
        'Amount is a formula without a stored result: open the workbook in Excel and save it (Deals!C3).',
      ]),
    );
  });

  it('keeps an unknown amount with its note', () => {
    const ledger = read([
      [...head, 'Amount note'],
      ['A', 'B', null, '10 GW of systems; no price given'],
      ['B', 'C', 1, null],
    ]);
    expect(ledger.unknownAmounts).toEqual([
      { row: 1, from: 0, to: 1, dealClass: 5, cell: 'Deals!C2', text: '10 GW of systems; no price given' },
    ]);
  });

  it('leaves zero amounts out', () => {
    const ledger = read(table(0, 5));
    expect(codes(ledger)).toContain('zero-amount');
    expect(ledger.deals).toBe(1);
  });
});

describe('M34 and M36 groups and merged cells', () => {
  it('fills a payer down where it is written once per group', () => {
    const ledger = read([
      head,
      ['Nvidia', 'A', 1],
      [null, 'B', 2],
      ['AMD', 'C', 3],
      [null, 'D', 4],
      ['Total', null, 10],
    ]);
    expect(pairs(ledger)).toEqual(['Nvidia>A', 'Nvidia>B', 'AMD>C', 'AMD>D']);
    expect(said(ledger, 'filled-down')).toContain('2 empty cells');
  });

  it('fills down from a label row of its own', () => {
    const ledger = read([
      head,
      ['Nvidia', null, null],
      [null, 'A', 1],
      [null, 'B', 2],
      ['AMD', null, null],
      [null, 'C', 3],
    ]);
    expect(pairs(ledger)).toEqual(['Nvidia>A', 'Nvidia>B', 'AMD>C']);
    expect(codes(ledger).filter((code) => code === 'group-label').length).toBe(2);
  });

  it('does not fill where one payer is missing in a full column', () => {
    const ledger = read([head, ['A', 'B', 1], ['A', 'C', 1], [null, 'D', 1], ['A', 'E', 1]]);
    expect(codes(ledger)).toContain('party-blank');
    expect(ledger.deals).toBe(3);
  });

  it('counts a merged amount once and spreads a merged name', () => {
    const cells: Cell[][] = [head, ['A', 'B', 9], [null, 'C', null], [null, 'D', null]];
    const ledger = read(
      cells,
      {},
      {
        merges: [
          { top: 1, left: 2, bottom: 3, right: 2 },
          { top: 1, left: 0, bottom: 3, right: 0 },
        ],
      },
    );
    expect(gross(ledger)).toBe(9);
    expect(ledger.unknownAmounts.length).toBe(2);
    expect(codes(ledger).filter((code) => code === 'amount-merged').length).toBe(2);
  });
});

describe('M35 names that are formulas elsewhere', () => {
  it('keeps them as plain names', () => {
    const names = [
      '=HYPERLINK("x")',
      '@corp',
      '-Foo Ltd',
      '+1',
      '__proto__',
      'constructor',
      'toString',
      'a\nb "c"',
    ];
    const ledger = read([head, ...names.map((name): Cell[] => [name, 'B', 1])]);
    expect(ledger.parties).toEqual([
      '=HYPERLINK("x")',
      'B',
      '@corp',
      '-Foo Ltd',
      '+1',
      '__proto__',
      'constructor',
      'toString',
      'a b "c"',
    ]);
  });
});

describe('M39 no deal sheet at all', () => {
  it('says which columns are there and which are missing', () => {
    const cells: Cell[][] = [
      ['Name', 'City', 'Age'],
      ['Ann', 'Paris', 31],
      ['Bob', 'Rome', 44],
    ];
    expect(findDealTables(bookOf(cells))).toEqual([]);
    expect(refusal(cells)).toMatchObject({
      code: 'no-amount-column',
      message:
        'No column holds the amounts of deals: the columns seen are "Name", "City" and "Age" (Deals!A1).',
    });
    expect(
      refusal([
        ['Payer', 'Amount'],
        ['A', 1],
      ]),
    ).toMatchObject({ code: 'no-party-columns' });
    expect(
      refusal([
        ['Payer', 'Amount'],
        ['A', 1],
      ]).message,
    ).toContain('No column says who is paid');
    expect(refusal([]).code).toBe('empty');
    expect(refusal([head]).code).toBe('empty');
    expect(refusal(table('n/a', '-')).code).toBe('no-deals');
  });
});
