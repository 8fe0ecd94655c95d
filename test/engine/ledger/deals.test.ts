/** The ledger's columns: standing, classes, links, limits. */
import type { Cell } from '../../../src/engine/book';
import { gridOf, plainSheet } from '../../../src/engine/book';
import { readLedger } from '../../../src/engine/ledger/read';
import { chosenStanding } from '../../../src/engine/ledger/standing';
import {
  CONDITIONAL,
  DEAD,
  FUNDING,
  OUTSIDE,
  RELATED_PARTY,
  SPEND,
  UNSAID,
  WEIGHT_ASSUMED,
} from '../../../src/engine/ledger/types';
import { bookOf, dataCells } from '../../oracles/csv';
import { amounts, codes, day, gross, messages, read, readBook, refusal } from './reading';

const head = ['From', 'To', 'Amount'];

describe('standing of the sample deals', () => {
  const cells = dataCells('ai-deals.csv');
  const ledger = read(cells);

  it('counts 44 deals of 1,274.623 bn as firm', () => {
    let sum = 0;
    for (let i = 0; i < ledger.deals; i++) sum += ledger.firm[i] * ledger.amount[i];
    expect(ledger.firm.reduce((a, b) => a + b, 0)).toBe(44);
    expect(sum).toBe(1_274_623);
  });

  it('weighs by status alone almost as the sheet does by hand', () => {
    const probability = ledger.columnOf.probability;
    const byStatus = read(cells, { roles: new Map([[probability, null]]) });
    const differ: string[] = [];
    let sum = 0;
    for (let i = 0; i < ledger.deals; i++) {
      sum += Math.round(byStatus.amount[i] * byStatus.weight[i]);
      expect(byStatus.flags[i] & WEIGHT_ASSUMED).toBe(WEIGHT_ASSUMED);
      expect(ledger.flags[i] & WEIGHT_ASSUMED).toBe(0);
      if (byStatus.weight[i] !== ledger.weight[i]) differ.push(ledger.ids?.[i] ?? '');
    }
    expect(differ).toEqual(['AI022', 'AI059']);
    expect(sum).toBe(1_510_333);
  });

  it('is as the status says together with the other words of the row, whoever says the status', () => {
    const byStatus = read(cells, { roles: new Map([[ledger.columnOf.probability, null]]) });
    for (let i = 0; i < byStatus.deals; i++) {
      const own = { flags: byStatus.ownFlags[i], firm: byStatus.statedFirm[i] };
      const chosen = chosenStanding(byStatus.statuses[byStatus.status[i]], own, byStatus.dealClass[i]);
      const { weight, firm, flags } = byStatus;
      expect([i, chosen]).toEqual([i, { weight: weight[i], firm: firm[i], flags: flags[i] }]);
    }
  });

  it('keeps a duplicate contract at face, without weight and dead', () => {
    const at = (ledger.ids ?? []).indexOf('AI085');
    expect([ledger.amount[at], ledger.weight[at], ledger.flags[at] & DEAD]).toEqual([30_000, 0, DEAD]);
  });

  it('reads the same as text as it does with numbers', () => {
    const text = read(cells.map((row) => row.map((cell) => (cell === null ? null : String(cell)))));
    expect(gross(text)).toBe(gross(ledger));
    expect(Array.from(text.weight)).toEqual(Array.from(ledger.weight));
    expect(Array.from(text.term)).toEqual(Array.from(ledger.term));
    expect(Array.from(text.day)).toEqual(Array.from(ledger.day));
  });
});

describe('standing', () => {
  it('takes flags from a condition, but not of a closed deal', () => {
    const ledger = read([
      [...head, 'Status', 'Condition'],
      ['A', 'B', 1, 'signed', 'conditional on use of chips'],
      ['B', 'C', 1, 'closed', 'conditional on use of chips'],
      ['C', 'D', 1, 'signed', 'related party'],
    ]);
    expect(Array.from(ledger.flags, (flags) => flags & (CONDITIONAL | RELATED_PARTY))).toEqual([
      CONDITIONAL,
      0,
      RELATED_PARTY,
    ]);
    expect(Array.from(ledger.firm)).toEqual([0, 1, 1]);
  });

  it('reads probabilities as fractions or percent, decided for the column', () => {
    const column = (...cells: Cell[]): number[] =>
      Array.from(
        read([[...head, 'Probability'], ...cells.map((cell, i): Cell[] => [`A${i}`, 'B', 1, cell])]).weight,
      );
    expect(column(0.5, 1, 0)).toEqual([0.5, 1, 0]);
    expect(column(50, 100, 0)).toEqual([0.5, 1, 0]);
    expect(column('85 %', '50%')).toEqual([0.85, 0.5]);
    expect(column(0.5, 'maybe')).toEqual([0.5, 1]);
  });

  it('weighs a sheet without status 1 and firm', () => {
    const ledger = read([head, ['A', 'B', 1]]);
    expect([ledger.weight[0], ledger.firm[0], ledger.hasKinds, ledger.dealClass[0]]).toEqual([
      1,
      1,
      false,
      UNSAID,
    ]);
  });
});

describe('classes', () => {
  it('follow the class column before the kind', () => {
    const ledger = read([
      [...head, 'Kind', 'Flow class'],
      ['A', 'B', 1, 'loan', 'X'],
      ['B', 'C', 1, 'loan', null],
      ['C', 'D', 1, 'purchase', 'Z'],
      ['D', 'E', 1, 'purchase', 'F'],
      ['E', 'F', 1, 'purchase', 'S'],
      ['F', 'G', 1, 'purchase', 'S'],
    ]);
    expect(Array.from(ledger.dealClass)).toEqual([OUTSIDE, FUNDING, SPEND, FUNDING, SPEND, SPEND]);
    expect(codes(ledger)).toContain('class-unknown');
  });
});

describe('links', () => {
  it('lead to deals, and say what they miss', () => {
    const ledger = read([
      ['Id', ...head, 'Linked to'],
      ['d1', 'A', 'B', 1, 'D2; d3,d9'],
      ['d2', 'B', 'A', 1, 'd1'],
      ['d3', 'B', 'C', 'TBD', null],
    ]);
    expect(Array.from(ledger.linkStart)).toEqual([0, 1, 2]);
    expect(Array.from(ledger.linkTarget)).toEqual([1, 0]);
    expect(codes(ledger)).toEqual(expect.arrayContaining(['link-left-out', 'link-missing']));
  });

  const ids = Array.from({ length: 60 }, (_, i) => `a deal with a long name ${i + 1}`);
  const ring = (linked: string) =>
    read([
      ['Id', ...head, 'Linked to'],
      ...ids.map((id, i): Cell[] => [id, `P${i}`, `P${(i + 1) % 60}`, 1, i === 0 ? linked : null]),
    ]);

  it('are all read from a cell longer than any other text that is parsed', () => {
    const ledger = ring(ids.slice(1, 41).join('; '));
    expect(Array.from(ledger.linkTarget)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(codes(ledger)).not.toContain('link-missing');
  });

  it('are cut at fifty, and that is said', () => {
    const ledger = ring(ids.slice(1).join('; '));
    expect(ledger.linkTarget.length).toBe(50);
    expect(messages(ledger.issues.filter((issue) => issue.code === 'links-cut'))[0]).toBe(
      'The row is linked to more than 50 rows; the first 50 are used (Deals!E2).',
    );
  });
});

describe('days asked for', () => {
  it('keep only deals dated wholly within, and name the undated', () => {
    const cells: Cell[][] = [
      [...head, 'Date'],
      ['A', 'B', 1, '2024'],
      ['B', 'C', 2, '2025-06'],
      ['C', 'D', 4, null],
      ['D', 'E', 8, '2024..2026'],
    ];
    const ledger = read(cells, { include: { firstDay: day('2024-01-01'), lastDay: day('2025-06-30') } });
    expect(amounts(ledger)).toEqual([1, 2]);
    expect(codes(ledger)).toEqual(expect.arrayContaining(['undated', 'outside-dates']));
  });
});

describe('exact money', () => {
  it('keeps no float dust', () => {
    const ledger = read([head, ['A', 'B', 0.1 + 0.2], ['B', 'C', 1.005], ['C', 'D', '0.07']]);
    expect(ledger.money.decimals).toBe(3);
    expect(Array.from(ledger.amount)).toEqual([300, 1005, 70]);
    expect(codes(ledger)).not.toContain('amount-rounded');
  });

  it('rounds beyond six decimals and says so once', () => {
    const ledger = read([head, ['A', 'B', 1 / 3], ['B', 'C', 2 / 3]]);
    expect(Array.from(ledger.amount)).toEqual([333_333, 666_667]);
    expect(codes(ledger).filter((code) => code === 'amount-rounded').length).toBe(1);
  });

  it('gives up decimals before it refuses, and refuses what cannot be counted', () => {
    const ledger = read([head, ['A', 'B', 5e14], ['B', 'C', 0.001]]);
    expect(ledger.money.decimals).toBe(1);
    expect(refusal([head, ['A', 'B', 9e15], ['B', 'C', 9e15]]).code).toBe('amounts-too-large');
  });
});

describe('large and strange sheets', () => {
  it('folds repeated remarks beyond 1,000 into a count', () => {
    const rows: Cell[][] = Array.from({ length: 1500 }, (_, i): Cell[] => [
      `A${i}`,
      'B',
      i < 1200 ? null : 'oops',
    ]);
    const ledger = read([head, ['A', 'B', 1], ...rows]);
    expect(ledger.leftOut).toBe(1500);
    expect(codes(ledger).filter((code) => code === 'amount-unknown').length).toBe(1001);
    expect(codes(ledger).filter((code) => code === 'amount-unreadable').length).toBe(300);
    expect(messages(ledger.issues).some((message) => message.startsWith('200 more rows like this one'))).toBe(
      true,
    );
  });

  it('folds repeated errors beyond 10,000 into a count, and every row is still a deal or left out', () => {
    const bad = 25_000;
    const rows = Array.from({ length: bad }, (_, i): Cell[] => ['A', 'B', `oops ${i}`]);
    const ledger = read([head, ['A', 'B', 1], ...rows, [null, 'B', 2]]);
    const errors = ledger.issues.filter((issue) => issue.code === 'amount-unreadable');
    expect([ledger.deals, ledger.leftOut, ledger.dataRows]).toEqual([1, bad + 1, bad + 2]);
    expect(errors.length).toBe(10_001);
    expect(messages(errors)[10_000]).toBe(
      '15,000 more rows like this one: Amount "oops 10000" is not a number (Deals!C10003).',
    );
    expect(codes(ledger)).toContain('party-blank');
  });

  it('reads a whole-column area whose used range runs to the last row', () => {
    const grid = gridOf([head, ['A', 'B', 1]]);
    const book = {
      ...bookOf([]),
      sheets: [plainSheet('Deals', { ...grid, rows: 1_048_576, columns: 16_384 })],
    };
    const outcome = readLedger(book, {
      sheet: 0,
      area: { top: 0, left: 0, bottom: 1_048_575, right: 16_383 },
      table: null,
    });
    expect(outcome.ok && outcome.ledger.area).toEqual({ top: 0, left: 0, bottom: 1, right: 2 });
  });

  it('names cells by their absolute address', () => {
    const ledger = readBook(bookOf([head, ['A', 'B', 1], ['A', 'B', 'x1']], {}, 10, 3));
    expect(ledger.issues.find((issue) => issue.code === 'amount-unreadable')?.cell).toBe('Deals!F13');
    expect(Array.from(ledger.sheetRow)).toEqual([11]);
  });
});

describe('merged amounts', () => {
  it('are looked at once a row, however many merged areas lie over one another', () => {
    const rows = Array.from({ length: 50_000 }, (_, i): Cell[] => [
      `P${i % 50}`,
      `Q${i % 50}`,
      i === 0 ? 5 : null,
    ]);
    const merges = rows.map(() => ({ top: 1, left: 0, bottom: rows.length, right: 2 }));
    const ledger = read([head, ...rows], {}, { merges });
    expect(ledger.deals).toBe(1);
    expect(ledger.unknownAmounts.length).toBe(rows.length - 1);
  });
});
