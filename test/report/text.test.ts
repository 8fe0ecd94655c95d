import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Analysis } from '../../src/engine/index';
import { displayWidth } from '../../src/report/text/columns';
import { textReport } from '../../src/report/text/report';
import { anyAnalysis } from './arbitrary';
import { aiAnalysis, emptyAnalysis, hostileAnalysis, manyLoops, noLoopAnalysis } from './fixtures';

const plain = (analysis: Analysis, width = 80, top = 10) =>
  textReport(analysis, { width, color: false, top });
const golden = (name: string) => readFileSync(join(__dirname, '../fixtures/golden', name), 'utf8');
const widest = (text: string) => Math.max(...text.split('\n').map(displayWidth));

describe('the text report', () => {
  it('reads as agreed for the AI deals', () => {
    expect(plain(aiAnalysis)).toBe(golden('ai-deals.txt'));
  });

  it('reads as agreed for a sheet without a loop', () => {
    expect(plain(noLoopAnalysis)).toBe(golden('no-loop.txt'));
  });

  it('answers in its first sentence', () => {
    expect(plain(aiAnalysis)).toContain(
      '28.3 % of the money in this sheet can go round in a circle: 644.0 of\n2,279.6 USD bn.',
    );
    expect(plain(noLoopAnalysis)).toContain(
      'None of the money in this sheet can go round in a circle: 0.0 of 1,204.5.',
    );
    expect(plain(emptyAnalysis)).toContain('No deal in this sheet has an amount');
  });

  it('names the basis in its first sentence when it is not the headline', () => {
    const text = plain({ ...aiAnalysis, input: { ...aiAnalysis.input, basis: 'expected' } });
    expect(text).toContain(
      '20.3 % of the money in this sheet can go round in a circle, on expected amounts:\n306.5',
    );
  });

  it('shows each leg with its row, cell, parties, class and amount', () => {
    expect(plain(aiAnalysis)).toMatch(/row 9 +E9 +AMD → OpenAI +warrant +34\.0/);
    expect(plain(aiAnalysis)).toMatch(/rows 3, 4 +E3 +OpenAI → Microsoft +spend +288\.0/);
  });

  it('shows the signs of a loop with their cells', () => {
    expect(plain(aiAnalysis)).toContain('linked (M9, M10) · within 30 days (B9)');
  });

  it('writes out how the points add up', () => {
    expect(plain(aiAnalysis)).toContain('The points add up to the score: 22.5 + 12 + 24 = 58.5.');
  });

  it('says how many loops it does not list', () => {
    expect(plain(manyLoops)).toContain('190 more loops: --top 200 lists them.');
    expect(plain(manyLoops, 80, 200)).not.toContain('--top');
    expect(plain(manyLoops, 80, 200)).toContain('Hub → Spoke 199 → Hub');
  });

  it('says that there are at least so many more where the list itself may have been cut', () => {
    const cut = { ...manyLoops, loops: manyLoops.loops.slice(0, 20) };
    const text = textReport(cut, { width: 80, color: false, top: 10, listed: 20 });
    expect(text).toContain('At least 10 more loops: --top 40 lists more.');
    expect(textReport(cut, { width: 80, color: false, top: 10, listed: 21 })).toContain(
      '10 more loops: --top 20 lists',
    );
  });

  it('says of how many rows some are left out, and how many for want of an amount', () => {
    const rows = (leftOut: number, unknownAmounts: number) =>
      plain({ ...aiAnalysis, ledger: { ...aiAnalysis.ledger, leftOut, unknownAmounts } }).replace(
        /\n */g,
        ' ',
      );
    expect(rows(13, 8)).toContain('Not in these figures: 13 of 85 rows, 8 for want of an amount.');
    expect(rows(8, 8)).toContain('Not in these figures: 8 of 85 rows, for want of an amount.');
    expect(rows(8, 0)).toContain('Not in these figures: 8 of 85 rows.');
    expect(rows(0, 0)).not.toContain('Not in these figures');
  });

  it('sets the years that the deals are set against before all others', () => {
    const [tied] = aiAnalysis.capex;
    const old = { ...tied, period: 'FY1999', organicRevenue: null, commitmentsToRevenue: null };
    const text = plain({ ...aiAnalysis, capex: [old, tied] });
    expect(text.indexOf('FY2025  ')).toBeLessThan(text.indexOf('FY1999'));
  });

  it('does not cut the rows that were left out or assumed to --top', () => {
    const issues = Array.from({ length: 300 }, (_, i) => ({
      code: 'amount-unreadable',
      severity: i % 2 === 0 ? ('error' as const) : ('warning' as const),
      message: `Amount "x${i}" is not a number (Deals!E${i + 2}).`,
      cell: `Deals!E${i + 2}`,
    }));
    const text = plain({ ...aiAnalysis, ledger: { ...aiAnalysis.ledger, issues } }, 80, 1);
    for (const { message } of issues) expect(text).toContain(message);
  });

  it('lists 200 bad rows unless more are asked for, and says how many more there are', () => {
    const issues = Array.from({ length: 1300 }, (_, i) => ({
      code: 'amount-unreadable',
      severity: 'error' as const,
      message: `Amount "x${i}" is not a number (Deals!E${i + 2}).`,
      cell: `Deals!E${i + 2}`,
    }));
    const analysis = { ...aiAnalysis, ledger: { ...aiAnalysis.ledger, issues } };
    const text = plain(analysis);
    expect(text).toContain('Left out of the figures (1,300)');
    expect(text).toContain('Amount "x199" is not a number');
    expect(text).not.toContain('Amount "x200" is not a number');
    expect(text).toContain('1,100 more such lines: --top 1300 lists them.');
    expect(plain(analysis, 80, 1299)).toContain('1 more such line: --top 1300 lists them.');
    expect(plain(analysis, 80, 1300)).toContain('Amount "x1299" is not a number');
    expect(plain(analysis, 80, 1300)).not.toContain('such line');
  });

  it('names the cell of an issue whose sentence does not', () => {
    const issues = [
      { code: 'x', severity: 'error' as const, message: 'The row is blank.', cell: 'Deals!A9' },
    ];
    expect(plain({ ...aiAnalysis, ledger: { ...aiAnalysis.ledger, issues } })).toContain(
      '- The row is blank. (Deals!A9)',
    );
  });

  it('counts remarks by sort unless there is room for all', () => {
    const issues = Array.from({ length: 30 }, (_, i) => ({
      code: i < 20 ? 'weight-assumed' : 'constructor',
      severity: 'info' as const,
      message: `Status ${i} is assumed (Deals!I${i}).`,
      cell: `Deals!I${i}`,
    }));
    const analysis = { ...aiAnalysis, ledger: { ...aiAnalysis.ledger, issues } };
    expect(plain(analysis)).toContain('Status 0 is assumed (Deals!I0). And 19 more of this sort.');
    expect(plain(analysis)).toContain('Status 20 is assumed (Deals!I20). And 9 more of this sort.');
    expect(plain(analysis, 80, 30)).toContain('Status 29 is assumed');
  });

  it('judges nobody', () => {
    for (const analysis of [aiAnalysis, noLoopAnalysis, manyLoops])
      expect(plain(analysis)).not.toMatch(/fraud|sham|suspicious|guilty|manipulat/i);
  });

  it('carries no colour unless asked, and no other control character ever', () => {
    const escape = String.fromCharCode(27);
    for (const analysis of [aiAnalysis, hostileAnalysis()]) {
      expect(plain(analysis).replace(/\n/g, '')).not.toMatch(/\p{C}/u);
      const coloured = textReport(analysis, { width: 80, color: true, top: 10 });
      expect(coloured).toContain(`${escape}[1m`);
      const stripped = coloured
        .split(escape)
        .join('')
        .replace(/\[(?:0|1|2|33|36)m/g, '');
      expect(stripped).toBe(plain(analysis).replace(/\[(?:0|1|2|33|36)m/g, ''));
    }
  });

  it('never uses red', () => {
    const red = `${String.fromCharCode(27)}[31m`;
    expect(textReport(aiAnalysis, { width: 80, color: true, top: 10 })).not.toContain(red);
  });

  it.each([60, 72, 80, 100])('fits hostile names, long names and Korean names into %i columns', (width) => {
    expect(widest(plain(hostileAnalysis(), width))).toBeLessThanOrEqual(width);
  });

  it('fits any analysis into its columns, in plain lines', () => {
    fc.assert(
      fc.property(
        anyAnalysis,
        fc.integer({ min: 60, max: 120 }),
        fc.integer({ min: 1, max: 30 }),
        (analysis, width, top) => {
          const text = textReport(analysis, { width, color: false, top });
          expect(widest(text)).toBeLessThanOrEqual(Math.min(width, 100));
          expect(text.replace(/\n/g, '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
          expect(text).not.toMatch(/NaN|undefined|\[object|Infinity/);
          expect(text).not.toMatch(/[ ]\n/);
        },
      ),
      { seed: 5, numRuns: 60 },
    );
  });

  it('keeps to at least 60 and at most 100 columns however wide the terminal is', () => {
    expect(plain(aiAnalysis, 20)).toBe(plain(aiAnalysis, 60));
    expect(plain(aiAnalysis, 250)).toBe(plain(aiAnalysis, 100));
    expect(plain(aiAnalysis, NaN)).toBe(plain(aiAnalysis, 60));
  });
});
