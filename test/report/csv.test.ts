import fc from 'fast-check';
import { csvHeading, csvLines } from '../../src/report/csv';
import { csvColumns } from '../../src/report/csvRows';
import { anyAnalysis } from './arbitrary';
import { aiAnalysis, hostileAnalysis } from './fixtures';

/** Reads RFC 4180, strictly: quotes only around a whole field, lines end in CR LF. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      at++;
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (at >= text.length) throw new Error('a quote is open at the end');
        if (text[at] === '"') at++;
        field += text[at++];
      }
      at++;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        if (text[at] === '"' || text[at] === '\n')
          throw new Error(`a bare ${JSON.stringify(text[at])} at ${at}`);
        field += text[at++];
      }
    }
    row.push(field);
    if (text[at] === ',') at++;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`neither comma nor line end at ${at}`);
  }
  return rows;
}

const number = /^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/;

describe('the CSV report', () => {
  const rows = parse(csvHeading() + csvLines('ai.xlsx', aiAnalysis));
  const column = (name: (typeof csvColumns)[number]) => csvColumns.indexOf(name);
  const where = (section: string, measure: string) =>
    rows.filter((row) => row[column('section')] === section && row[column('measure')] === measure);

  it('names its columns and gives every line as many fields', () => {
    expect(rows[0]).toEqual([...csvColumns]);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([csvColumns.length]));
  });

  it('gives each number its unit and its cell', () => {
    const [amount] = where('circularity', 'amount');
    expect([amount[column('value')], amount[column('unit')]]).toEqual(['644.027', 'USD bn']);
    const [value] = where('rows', 'value');
    expect([value[column('value')], value[column('row')], value[column('cell')]]).toEqual([
      '212.5',
      '3',
      'Deals!E3',
    ]);
  });

  it('lists loops with every leg', () => {
    expect(where('loops', 'amount').map((row) => row[column('item')])).toContain(
      'OpenAI -> Oracle -> Nvidia',
    );
    expect(where('loops', 'leg')).toHaveLength(
      aiAnalysis.loops.reduce((sum, loop) => sum + loop.legs.length, 0),
    );
  });

  it('leaves what is not known blank rather than zero', () => {
    const coverage = where('capex', 'coverage').map((row) => row[column('value')]);
    expect(coverage).toEqual(['0.981', '']);
  });

  it('carries every issue and note', () => {
    expect(rows.filter((row) => row[column('section')] === 'issues')).toHaveLength(
      aiAnalysis.ledger.issues.length,
    );
    expect(rows.filter((row) => row[column('section')] === 'notes')).toHaveLength(aiAnalysis.notes.length);
  });

  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+49 Foo', "'+49 Foo"],
    ['-Foo Ltd', "'-Foo Ltd"],
    ['@corp', "'@corp"],
    ['\tTab', "'<U+0009>Tab"],
    ['\rReturn', "'↵Return"],
    ['\u0000Nul', "'<U+0000>Nul"],
    ['  =1+1', "'  =1+1"],
    ['＝1+1', "'＝1+1"],
    ['Smith, Jones', '"Smith, Jones"'],
    ['two\nlines', 'two↵lines'],
    ["O'Brien", "O'Brien"],
  ])('writes the name %j as %j', (name, field) => {
    expect(csvLines(name, aiAnalysis).startsWith(`${field},`)).toBe(true);
  });

  it('keeps negative numbers numbers', () => {
    const [free] = where('capex', 'freeCashFlow');
    expect(free[column('value')]).toBe('-0.4');
  });

  it('is well formed and without a formula for any analysis', () => {
    fc.assert(
      fc.property(anyAnalysis, fc.string(), (analysis, file) => {
        const lines = parse(csvLines(file, analysis));
        expect(lines.filter((row) => row.length !== csvColumns.length)).toEqual([]);
        const isFormula = (field: string) => !number.test(field) && /^\s*[=+\-@＝＋－＠]/.test(field);
        expect(lines.flat().filter(isFormula)).toEqual([]);
      }),
      { seed: 6, numRuns: 25 },
    );
  });

  it('holds no control character besides its line ends', () => {
    expect(csvLines('x', hostileAnalysis()).replace(/\r\n/g, '')).not.toMatch(/\p{C}/u);
  });
});
