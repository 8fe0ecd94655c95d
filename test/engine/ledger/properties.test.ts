/** Laws of the ledger, with random tables. */
import fc from 'fast-check';
import type { Cell } from '../../../src/engine/book';
import { parseAmount } from '../../../src/engine/ledger/amountText';
import { readLedger } from '../../../src/engine/ledger/read';
import { dayOf, civilOf } from '../../../src/engine/ledger/civil';
import { parsePeriod } from '../../../src/engine/ledger/period';
import { decimalsNeeded, minorAmounts } from '../../../src/engine/ledger/minor';
import { bookOf } from '../../oracles/csv';
import { amounts, pairs, whole } from './reading';
import { inEnglish } from '../../../src/engine/sentence';

const seed = 20260701;

const name = fc.constantFrom('A', 'B', 'C', 'D ', ' d', 'Total', '', '-', 'x'.repeat(500));
const money = fc.oneof(
  fc.integer({ min: -50, max: 1000 }),
  fc.constantFrom<Cell>(
    null,
    'TBD',
    '5',
    '$3bn',
    'up to 7',
    '10 GW',
    '1.5x',
    '(4)',
    { error: '#N/A' },
    true,
    '2-9',
    '3/mo',
  ),
);
const party: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: name },
  { weight: 1, arbitrary: fc.constantFrom<Cell>(5, null, true, { error: '#REF!' }) },
);
const row = fc.tuple(party, party, money, fc.constantFrom<Cell>(null, '2025', '2025-03-04', 'x', 45000));

describe('laws', () => {
  it('every row is a deal or left out, and every left-out row is said', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.boolean(), (rows, dated) => {
        const outcome = readLedger(
          bookOf([['From', 'To', 'Amount', 'Date'], ...rows]),
          whole(bookOf([['From', 'To', 'Amount', 'Date'], ...rows])),
          dated ? { include: { lastDay: 20_100 } } : {},
        );
        const { issues } = outcome.ok ? outcome.ledger : outcome.refusal;
        if (!outcome.ok) {
          expect(['no-deals', 'empty', 'no-amount-column', 'mixed-currencies', 'no-party-columns']).toContain(
            outcome.refusal.code,
          );
          expect(inEnglish(outcome.refusal.message)).toMatch(/\(Deals![A-Z]+\d+\)\.$/);
          return;
        }
        const { ledger } = outcome;
        expect(ledger.deals + ledger.leftOut).toBe(ledger.dataRows);
        const used = new Set(ledger.sheetRow);
        const saidRows = new Set(issues.map((issue) => issue.row));
        for (let i = 0; i < rows.length; i++) {
          const blank = rows[i].every(
            (cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''),
          );
          if (!blank && !used.has(i + 1)) expect(saidRows.has(i + 1)).toBe(true);
        }
        for (const issue of issues) {
          expect(inEnglish(issue.message)).toMatch(/\(Deals![A-Z]+\d+\)\.$/);
          if (issue.severity === 'error') expect(used.has(issue.row)).toBe(false);
        }
        for (const amount of ledger.amount) expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
      }),
      { seed, numRuns: 400 },
    );
  });

  it('the order of the rows changes nothing but the order', () => {
    const clean = fc.tuple(
      fc.constantFrom('A', 'B', 'C', 'D'),
      fc.constantFrom('A', 'B', 'C', 'D'),
      fc.integer({ min: 1, max: 99_999 }),
    );
    fc.assert(
      fc.property(
        fc.array(clean, { minLength: 1, maxLength: 20 }),
        fc.infiniteStream(fc.nat()),
        (rows, random) => {
          const keyed = rows.map((cells) => ({ cells, key: random.next().value ?? 0 }));
          const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ cells }) => cells);
          const summary = (cells: Cell[][]): string[] | string => {
            const book = bookOf([['From', 'To', 'Amount'], ...cells]);
            const outcome = readLedger(book, whole(book));
            if (!outcome.ok) return outcome.refusal.code;
            const face = amounts(outcome.ledger);
            return pairs(outcome.ledger)
              .map((pair, i) => `${pair} ${face[i]}`)
              .sort();
          };
          expect(summary(shuffled)).toEqual(summary(rows));
        },
      ),
      { seed, numRuns: 200 },
    );
  });

  it('an amount written out is read back', () => {
    const written = fc.record({
      cents: fc.integer({ min: 1, max: 2_000_000_000 }),
      comma: fc.boolean(),
      sign: fc.constantFrom('', '$', 'US$ ', '€', '₩'),
      scale: fc.constantFrom<readonly [string, number]>(
        ['', -1],
        ['k', 3],
        [' m', 6],
        ['bn', 9],
        [' billion', 9],
        ['tn', 12],
        ['억', 8],
        ['조', 12],
      ),
      negative: fc.constantFrom('', '-', '('),
    });
    fc.assert(
      fc.property(written, ({ cents, comma, sign, scale, negative }) => {
        const plain = (cents / 100).toFixed(2);
        const [whole, fraction] = plain.split('.');
        const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, comma ? '.' : ',');
        const text = `${negative}${sign}${grouped}${comma ? ',' : '.'}${fraction}${scale[0]}${negative === '(' ? ')' : ''}`;
        const parsed = parseAmount(text, comma ? 'comma' : 'dot');
        expect(parsed).toMatchObject({
          kind: 'amount',
          digits: plain,
          exponent: scale[1],
          negative: negative !== '',
        });
      }),
      { seed, numRuns: 500 },
    );
  });

  it('a day written as ISO is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2199, 12, 31) }), (day) => {
        const { year, month, day: date } = civilOf(day);
        const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`).toBe(iso);
        expect(parsePeriod(iso)).toEqual({ first: day, last: day, plan: false });
      }),
      { seed, numRuns: 300 },
    );
  });

  it('minor units are the decimal text without its point', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 6 }),
        (digits, decimals) => {
          const value = Number(`${digits}e-${decimals}`);
          const needed = decimalsNeeded(value);
          expect(needed).toBeLessThanOrEqual(decimals);
          const minor = minorAmounts(Float64Array.of(value));
          // At least three decimals are kept, so that weights have room.
          expect(minor?.amounts[0]).toBe(Number(`${value}e${Math.max(needed, 3)}`));
          expect(minor?.written).toBe(needed);
          expect(minor?.rounded).toBe(0);
        },
      ),
      { seed, numRuns: 500 },
    );
  });
});

describe('strings of 32,767 characters', () => {
  const hostile = [
    '(',
    ')',
    '$',
    '-',
    ' ',
    ',',
    '.',
    '1',
    '1,',
    '1.',
    '1 ',
    '1/',
    'a',
    '년',
    'up to ',
    '1m',
    '..',
    'q1 ',
    '_',
    'to ',
    'from ',
    '\u00a0',
    '"',
    '((',
  ].map((piece) => piece.repeat(Math.ceil(32_767 / piece.length)).slice(0, 32_767));

  it('pass through every parser without a deal made of them', () => {
    for (const text of hostile) {
      const cells: Cell[][] = [
        [
          'From',
          'To',
          'Amount',
          'Date',
          'Kind',
          'Status',
          'Probability',
          'Term',
          'Condition',
          'Linked to',
          'Id',
          'Currency',
        ],
        ['A', 'B', 1, text, text, text, text, text, text, text, text, null],
        ['A', 'B', text, null, null, null, null, null, null, null, null, null],
        [text, 'B', 2, null, null, null, null, null, null, null, null, null],
        [text, text, text, text, text, text, text, text, text, text, text, text],
      ];
      const book = bookOf(cells);
      const outcome = readLedger(book, whole(book));
      if (!outcome.ok) throw new Error(inEnglish(outcome.refusal.message));
      expect(outcome.ledger.deals).toBe(1);
      for (const issue of outcome.ledger.issues) expect(inEnglish(issue.message).length).toBeLessThan(300);
    }
  });

  it('are no headings', () => {
    for (const text of hostile) {
      const book = bookOf([
        [text, text, text],
        ['A', 'B', 1],
      ]);
      const outcome = readLedger(book, whole(book));
      const message = outcome.ok ? '' : inEnglish(outcome.refusal.message);
      expect(message.length).toBeLessThan(500);
      expect(outcome.ok ? outcome.ledger.heading.rows : null).toBe(null);
    }
  });
});
