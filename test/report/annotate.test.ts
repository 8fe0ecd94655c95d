import fc from 'fast-check';
import { gridOf, plainSheet, type Book, type DealReport } from '../../src/engine/index';
import { dealChanges, dealDigests } from '../../src/report/annotate/dealDigests';
import { listingOf } from '../../src/report/annotate/listing';
import { moneyFor } from '../../src/report/annotate/moneyCells';
import { reportSheet } from '../../src/report/annotate/report';
import { findState, stateCells, withoutReport, type RunState } from '../../src/report/annotate/state';
import { commentText, findingsOf } from '../../src/report/annotate/commentTexts';
import { isBrokenSeal, isSealed, sealed } from '../../src/workbook/seal';
import { checkPlan } from '../../src/workbook/plan';
import { aiAnalysis, emptyAnalysis, hostileAnalysis, manyLoops, noLoopAnalysis } from './fixtures';

const state: RunState = {
  engine: '0.1.0',
  rules: '2',
  time: '2026-03-01T12:00:00Z',
  digest: '0123456789abcdef',
  sheet: 'Deals',
  range: 'Deals!A1:E5',
  unit: 'USD bn',
  score: 58.5,
  share: 0.25,
  amount: 644.027,
  options: { basis: 'headline', aliases: [['엔비디아', 'Nvidia']] },
  hidden: false,
  drawing: true,
  deals: { rows: '2-4,7', digests: 'a'.repeat(64) },
  values: null,
};

const bookOf = (...columns: (readonly string[])[]): Book => ({
  name: 'deals.xlsx',
  sheets: columns.map((cells, at) => plainSheet(`Sheet${at + 1}`, gridOf(cells.map((cell) => [cell])))),
  tables: [],
  date1904: false,
  notes: [],
});

describe('the state of the last run', () => {
  it('is found again in cells of plain letters, wherever they are in their sheet', () => {
    const cells = stateCells({ ...state, deals: { rows: '2-9', digests: 'f'.repeat(70_000) } });
    expect(cells.length).toBe(4);
    for (const cell of cells.slice(1)) expect(cell).toMatch(/^[\x21-\x7e]{1,30000}$/);
    const found = findState(bookOf(['other'], ['Title', '', ...cells]));
    expect(found).toMatchObject({ sheet: 'Sheet2', state: { options: state.options } });
  });

  it('is not found in what strangers wrote, and damage is noticed', () => {
    const cells = stateCells(state);
    expect(findState(bookOf(['a', 'b']))).toBeNull();
    expect(findState(bookOf([cells[0], cells[1].replace('58.5', '59.5')]))?.state).toBe('damaged');
    expect(findState(bookOf(['looplens-state/9 0123456789abcdef 1', '{}']))?.state).toBe('newer');
    expect(findState(bookOf(['looplens-state/one']))?.state).toBe('damaged');
  });

  it('takes its sheet out of what is read', () => {
    const book = { ...bookOf(['a'], stateCells(state), ['c']), activeSheet: 2 };
    const table = {
      name: 'T',
      sheet: 2,
      area: { top: 0, left: 0, bottom: 1, right: 0 },
      headingRows: 1,
      totalsRows: 0,
    };
    expect(withoutReport({ ...book, tables: [table] })).toMatchObject({
      sheets: [{ name: 'Sheet1' }, { name: 'Sheet3' }],
      tables: [{ sheet: 1 }],
      activeSheet: 1,
    });
  });
});

describe('deals that changed', () => {
  const deal = (row: number, from: string, to: string): DealReport => ({
    row,
    cell: `Deals!C${row}`,
    from,
    to,
    amount: 1,
    class: 'S',
    kind: '',
    status: '',
    weight: 1,
  });
  const column = (letter: string, role: 'from' | 'to' | 'amount') => ({
    cell: `Deals!${letter}1`,
    heading: role,
    role,
    reason: '',
    confidence: 1,
  });
  const analysis = {
    ...aiAnalysis,
    ledger: {
      ...aiAnalysis.ledger,
      columns: [column('A', 'from'), column('B', 'to'), column('C', 'amount')],
    },
  };
  type Row = readonly [string, string, number];
  const read = (rows: readonly Row[]) => {
    const sheet = plainSheet('Deals', gridOf([['from', 'to', 'amount'], ...rows]));
    const deals = rows.map(([from, to], at) => deal(at + 2, from, to));
    const book = { ...bookOf(), sheets: [sheet] };
    return { deals, digests: dealDigests(book, analysis, deals) };
  };
  const parties = fc.constantFrom('A', 'B', 'C', 'D');
  const rows = fc.array(fc.tuple(parties, parties, fc.integer({ min: 1, max: 9 })), { maxLength: 12 });

  it('are none where nothing did, whatever the order', () => {
    fc.assert(
      fc.property(rows, fc.integer(), (some, seed) => {
        const shuffled = some
          .map((row, at) => ({ row, key: Math.sin(seed + at * 7.1) }))
          .sort((a, b) => a.key - b.key);
        const [before, now] = [read(some), read(shuffled.map(({ row }) => row))];
        const { changed, came, went } = dealChanges(before.digests, now.digests, now.deals);
        expect([changed, came, went]).toEqual([[], [], []]);
      }),
    );
  });

  it('add up: what was there, less what went, with what came, is what is there', () => {
    fc.assert(
      fc.property(rows, rows, (some, others) => {
        const [before, now] = [read(some), read(others)];
        const { changed, came, went } = dealChanges(before.digests, now.digests, now.deals);
        expect(some.length - went.length + came.length).toBe(others.length);
        expect(changed.length + came.length).toBeLessThanOrEqual(others.length);
      }),
    );
  });

  it('are told apart by who deals with whom', () => {
    const before = read([
      ['A', 'B', 1],
      ['B', 'C', 2],
      ['C', 'A', 3],
    ]);
    const now = read([
      ['D', 'A', 9],
      ['A', 'B', 5],
      ['C', 'A', 3],
    ]);
    const { changed, came, went, moved } = dealChanges(before.digests, now.digests, now.deals);
    expect(changed.map(({ cell }) => cell)).toEqual(['Deals!C3']);
    expect(came.map(({ cell }) => cell)).toEqual(['Deals!C2']);
    expect([went, moved]).toEqual([[3], false]);
  });
});

describe('the seal of a comment', () => {
  it('holds through other line ends and blanks, and breaks with any letter', () => {
    const text = sealed('Looplens: 5 bn return.\nSigns: linked.', '0.1.0');
    expect(isSealed(text)).toBe(true);
    expect(isSealed(`${text.replaceAll('\n', '\r\n')} \n`)).toBe(true);
    expect([isSealed(text.replace('5 bn', '6 bn')), isBrokenSeal(text.replace('5 bn', '6 bn'))]).toEqual([
      false,
      true,
    ]);
    expect([isSealed('Check this.'), isBrokenSeal('Check this.')]).toEqual([false, false]);
  });
});

describe('the report sheet', () => {
  it.each([
    ['the AI deals', aiAnalysis],
    ['names that try to break out', hostileAnalysis()],
    ['no loop', noLoopAnalysis],
    ['nothing', emptyAnalysis],
    ['200 loops', manyLoops],
  ])('of %s can be carried out and holds no formula', (_, analysis) => {
    const money = moneyFor(analysis.ledger);
    const operations = reportSheet({ analysis, money, state, last: null, top: 50 }).operations(
      'Looplens report',
    );
    checkPlan({ sheets: [{ name: 'Looplens report', isVisible: true }], tables: [], names: [] }, operations);
    for (const operation of operations) {
      if (operation.kind !== 'write') continue;
      for (const cell of operation.cells.flat()) {
        expect(typeof cell === 'object' && cell !== null).toBe(false);
        // eslint-disable-next-line no-control-regex
        if (typeof cell === 'string') expect(cell).not.toMatch(/[\u0000-\u0008\u001b\u202e]/);
      }
    }
    for (const line of listingOf(operations)) expect(line).not.toMatch(/[\n\r]/);
  });

  it('lists every row that is left out', () => {
    const money = moneyFor(aiAnalysis.ledger);
    const operations = reportSheet({ analysis: aiAnalysis, money, state, last: null, top: 1 }).operations(
      'R',
    );
    const texts = operations.flatMap((one) => (one.kind === 'write' ? one.cells.flat() : []));
    for (const { severity, message } of aiAnalysis.ledger.issues)
      if (severity === 'error') expect(texts).toContain(message);
    for (const { row } of aiAnalysis.unknown) expect(texts).toContain(row);
  });
});

it('a comment says nothing that could be taken for more than it is', () => {
  const money = moneyFor(aiAnalysis.ledger);
  for (const found of findingsOf(hostileAnalysis())) {
    const text = commentText(found, money);
    expect(text).not.toBe('');
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  }
});
