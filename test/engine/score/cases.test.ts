import { caseAnalysis } from '../../../scripts/docs/caseFiles';
import { embeddedCases } from '../../../scripts/samples/embedded';
import type { Analysis } from '../../../src/engine/index';

describe('the labelled cases among ordinary deals', () => {
  const scored = new Map<string, { label: string; analysis: Analysis }>();
  const scores = (...labels: string[]) =>
    [...scored.values()]
      .filter((entry) => labels.includes(entry.label))
      .map((entry) => entry.analysis.score.overall);
  const of = (id: string) => scored.get(id)?.analysis as Analysis;

  beforeAll(async () => {
    for (const { id, label } of embeddedCases()) scored.set(id, { label, analysis: await caseAnalysis(id) });
  });

  it('are all there', () => {
    expect(scores('circular').length).toBe(7);
    expect(scores('immaterial').length).toBe(2);
    expect(scores('clean', 'near-miss').length).toBe(9);
    expect(scores('hidden').length).toBe(2);
  });

  it('put every clean case and near-miss below every circular one', () => {
    expect(Math.max(...scores('clean', 'near-miss'))).toBeLessThan(Math.min(...scores('circular')));
  });

  it('put immaterial true loops low, and material ones far above them', () => {
    expect(Math.max(...scores('immaterial'))).toBeLessThan(5);
    for (const id of ['P05', 'P08', 'P11', 'P13', 'P16']) expect(of(id).score.overall).toBeGreaterThan(50);
  });

  it('find the share of revenue that the sources recite: CMS 24 % of both periods, Duke 0.29 %, Suprema 62 %', () => {
    const share = (id: string) =>
      of(id).score.drivers.find((driver) => driver.id === 'circular-revenue')?.value;
    expect(share('P08')).toBeCloseTo(5.2 / 21.67, 2);
    expect(share('P09')).toBeCloseTo(0.0029, 4);
    expect(share('P11')).toBeCloseTo(0.62, 2);
  });

  it('show the loop of Deere and clear it by outside demand', () => {
    const deere = of('C13-group');
    expect(deere.loops[0].amount).toBe(25.2);
    expect(deere.parties.find((party) => party.party === 'Deere')?.uncleared).toBe(0);
  });

  it('say of a leg that nobody has put a figure on how much could come round, and what the score would be', () => {
    const [unknown] = of('P19').unknown;
    expect(unknown).toMatchObject({ from: 'McAfee', to: 'Distributors', couldReturn: 0.622 });
    expect(of('P19').score.ifUnknownReturns).toBeGreaterThan(50);
  });

  it('add up, driver by driver', () => {
    for (const { analysis } of scored.values()) {
      expect(analysis.score.drivers.reduce((sum, driver) => sum + driver.points, 0)).toBe(
        analysis.score.overall,
      );
    }
  });
});
