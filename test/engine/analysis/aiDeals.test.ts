import { analysisOf, openFile } from '../../../scripts/docs/caseFiles';
import type { Analysis } from '../../../src/engine/index';
import { dayOf } from '../../oracles/ledgerOf';

/** Figures of an outside solver on the 85 rows (network simplex of another library, amounts in thousandths). */
const outside = {
  headline: { amount: 644.027, gross: 2279.632 },
  expected: { amount: 306.541, gross: 1508.744 },
  until2025: { amount: 311.627, gross: 1586.392 },
};

describe('the AI deals, from the workbook and from the facts', () => {
  let workbook: Analysis;
  let facts: Analysis;

  beforeAll(async () => {
    workbook = analysisOf(await openFile('assets', 'samples', 'ai-deals.xlsx'), { certificate: true });
    facts = analysisOf(await openFile('data', 'ai-deals.csv'), { certificate: true });
  });

  it.each(['workbook', 'facts'] as const)(
    'have the circularity that an outside solver found (%s)',
    (which) => {
      const { circularity } = which === 'workbook' ? workbook : facts;
      expect(circularity.headline).toMatchObject(outside.headline);
      expect(circularity.expected).toMatchObject(outside.expected);
      expect(circularity.headline.share).toBeCloseTo(644.027 / 2279.632, 15);
    },
  );

  it('have it for the rows dated up to 2025', async () => {
    const until = analysisOf(await openFile('data', 'ai-deals.csv'), { until: dayOf('2025-12-31') });
    expect(until.circularity.headline).toMatchObject(outside.until2025);
  });

  it('read alike from both, row by row', () => {
    expect(workbook.ledger.deals).toBe(facts.ledger.deals);
    expect(workbook.ledger.unknownAmounts).toBe(facts.ledger.unknownAmounts);
    // Only the workbook has company figures, so only it can know of outside income.
    const plain = (analysis: Analysis) =>
      analysis.loops.map(({ path, amount, kind, flags }) => ({
        path,
        amount,
        kind,
        flags: flags.filter((flag) => flag !== 'no-outside-income'),
      }));
    expect(plain(workbook)).toEqual(plain(facts));
    expect(workbook.input.digest).toBe(facts.input.digest);
  });

  it('count every row: used and left out are all there are', () => {
    expect(workbook.ledger.dataRows).toBe(85);
    expect(workbook.ledger.deals + workbook.ledger.leftOut).toBe(85);
  });

  it('carry a certificate that proves the amount from both sides', () => {
    const certificate = workbook.certificate;
    if (certificate === undefined) throw new Error('No certificate.');
    expect(certificate.amount).toBe(outside.headline.amount);
    const total = certificate.flows.reduce((sum, entry) => sum + Math.round(entry.flow * 1000), 0);
    expect(total / 1000).toBe(outside.headline.amount);
    expect(certificate.ranks.length).toBe(workbook.ledger.parties);
  });

  it('name the three deals that started this among the loops', () => {
    const paths = workbook.loops.map((loop) => loop.path.join(' > '));
    expect(paths).toEqual(
      expect.arrayContaining(['Amazon > OpenAI', 'Nvidia > OpenAI > Oracle', 'AMD > OpenAI']),
    );
    const amazon = workbook.loops.find((loop) => loop.path.join() === 'Amazon,OpenAI');
    expect(amazon?.kind).toBe('funded');
    expect(amazon?.flags).toEqual(expect.arrayContaining(['linked', 'conditional']));
    expect(amazon?.legs.map((leg) => leg.cell)).toEqual(["'Deal ledger'!E18", "'Deal ledger'!E19"]);
  });

  it('score the same on every run, with points that add up', () => {
    const { score } = workbook;
    expect(score.drivers.reduce((sum, driver) => sum + driver.points, 0)).toBe(score.overall);
    expect(score.evidence).toEqual({ used: 10, of: 10 });
    expect(score.byBasis.firm).toBeLessThan(score.byBasis.headline as number);
  });
});
