/** Random analyses: every field of the right type, nothing else promised. */
import fc from 'fast-check';
import type { Analysis, LoopReport } from '../../src/engine/index';
import { aiAnalysis, hostileNames, partyOf } from './fixtures';

const text = fc.oneof(
  fc.constantFrom(...hostileNames),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const amount = fc.oneof(
  fc.constantFrom(0, 0.35, 9.995, 999999.9, 1e9, 9007199254740991, 0.000001),
  fc.double({ min: 0, max: 1e7, noNaN: true }),
  fc.nat(),
);
const share = fc.oneof(fc.constantFrom(0, 1, 0.9999, 1e-9), fc.double({ min: 0, max: 1, noNaN: true }));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const row = fc.nat({ max: 1_048_576 });
const cell = fc.oneof(text, fc.constantFrom('Deals!E7', "'My sheet'!AB1048576"));
const many = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 6 });

const loop: fc.Arbitrary<LoopReport> = fc.record({
  rank: fc.integer({ min: 1, max: 9999 }),
  path: fc.array(text, { minLength: 2, maxLength: 6 }),
  amount,
  kind: fc.constantFrom(null, 'funded', 'swap', 'cross-holding', 'reciprocal'),
  legs: many(
    fc.record({
      row,
      rows: fc.array(row, { minLength: 1, maxLength: 30 }),
      cell,
      from: text,
      to: text,
      amount,
      class: fc.constantFrom('F', 'W', 'G', 'S', 'X', '?'),
    }),
  ),
  months: orNull(fc.double({ min: 0, max: 500, noNaN: true })),
  flags: many(fc.constantFrom('linked', 'up-to', 'no-outside-income', 'stock-to-customer')),
  flagEvidence: many(
    fc.record({ flag: fc.constantFrom('linked' as const, 'up-to' as const), cell, note: text }),
  ),
});

const circularity = fc.record({ share, amount, gross: amount });
const points = fc.integer({ min: 0, max: 200 }).map((half) => half / 2);
const issue = fc.record({
  code: fc.constantFrom('a-code', '__proto__', 'constructor'),
  severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
  message: text,
  cell,
});

export const anyAnalysis: fc.Arbitrary<Analysis> = fc
  .record({
    input: fc.record({ file: text, sheet: text, table: orNull(text), range: cell, reason: text }),
    ledger: fc.record({
      gross: amount,
      currency: orNull(text),
      unit: text,
      scale: fc.constantFrom(1, 1e3, 1e6, 1e8, 1e9),
      decimals: fc.integer({ min: 0, max: 6 }),
      unitReason: text,
      heading: orNull(fc.record({ cell, reason: text })),
      columns: many(
        fc.record({
          cell,
          heading: text,
          role: fc.constantFrom(null, 'from', 'amount', 'probability'),
          reason: text,
          confidence: share,
        }),
      ),
      hasKinds: fc.boolean(),
      merges: many(fc.record({ party: text, names: many(text), reason: text })),
      issues: fc.array(issue, { maxLength: 20 }),
    }),
    circularity: fc.record({ headline: circularity, expected: circularity, firm: circularity }),
    basis: fc.constantFrom('headline' as const, 'expected' as const, 'firm' as const),
    mixing: fc.record({ share: orNull(share), reason: text }),
    loops: many(loop),
    timedLoops: many(loop),
    loopsComplete: fc.boolean(),
    rows: many(
      fc.record({ row, cell, from: text, to: text, amount, value: amount, least: amount, most: amount }),
    ),
    parties: many(
      fc
        .record({
          party: text,
          inflow: amount,
          outflow: amount,
          roundTrip: orNull(amount),
          fundedRoundTrip: orNull(amount),
          uncleared: orNull(amount),
          fundedShare: orNull(share),
          concentration: orNull(share),
          largestCustomer: orNull(fc.record({ party: text, share })),
          customers: many(fc.record({ party: text, share })),
          externalDemand: orNull(amount),
          organicRevenue: orNull(amount),
          revenue: orNull(amount),
          revenuePeriod: orNull(text),
          promised: amount,
          inLoop: fc.boolean(),
        })
        .map(({ party, ...rest }) => partyOf(party, rest)),
    ),
    unknown: many(
      fc.record({ row, cell, from: text, to: text, text, couldReturn: orNull(amount), path: many(text) }),
    ),
    capex: many(
      fc.record({
        party: text,
        period: text,
        cell,
        revenue: orNull(amount),
        coverage: orNull(amount),
        grade: text,
      }),
    ),
    stress: orNull(
      fc.record({
        cut: share,
        parties: many(
          fc.record({
            party: text,
            revenue: amount,
            lost: amount,
            direct: amount,
            knockOn: amount,
            canPay: share,
            round: fc.nat({ max: 9 }),
          }),
        ),
      }),
    ),
    drivers: many(
      fc.record({
        id: text,
        pillar: fc.constantFrom('roundTrip' as const, 'capex' as const),
        label: text,
        value: orNull(amount),
        unit: fc.constantFrom('share' as const, 'times' as const),
        points,
        weight: points,
        evidence: text,
        cells: fc.array(cell, { maxLength: 12 }),
        cellCount: fc.integer({ min: 12, max: 90_000 }),
        part: orNull(amount),
        whole: orNull(amount),
        terms: many(
          fc.record({ party: text, part: amount, whole: amount, weight: points, period: orNull(text) }),
        ),
        termCount: fc.nat(),
        thresholds: many(fc.record({ value: amount, points })),
        scale: fc.double({ min: 0, max: 1, noNaN: true }),
        reason: orNull(fc.constantFrom('nothing-returns' as const, 'no-figures' as const)),
        unstated: fc.nat(),
        leftOut: fc.record({ parties: many(text), count: fc.nat() }),
      }),
    ),
    overall: points,
    notes: many(text),
  })
  .map(({ input, ledger, capex, drivers, overall, basis, ...rest }) => ({
    ...aiAnalysis,
    ...rest,
    input: { ...aiAnalysis.input, ...input, basis },
    ledger: { ...aiAnalysis.ledger, ...ledger },
    capex: capex.map((line) => ({ ...aiAnalysis.capex[0], ...line })),
    score: { ...aiAnalysis.score, overall, drivers },
  }));
