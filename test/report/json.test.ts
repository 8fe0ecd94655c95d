import fc from 'fast-check';
import { jsonReport } from '../../src/report/json';
import { aiAnalysis, hostileAnalysis } from './fixtures';

describe('the JSON report', () => {
  it('is the analysis, indented by two, with a line break at the end', () => {
    expect(jsonReport(aiAnalysis)).toBe(`${JSON.stringify(aiAnalysis, null, 2)}\n`);
  });

  it('holds nothing that a terminal acts upon, and reads back as the same data', () => {
    const text = jsonReport(hostileAnalysis());
    expect(text.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(JSON.parse(text)).toEqual(hostileAnalysis());
  });

  it('reads back as the same text whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(JSON.parse(jsonReport([text]))).toEqual([text]);
      }),
      { seed: 7 },
    );
  });
});
