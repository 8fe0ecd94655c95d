/** The reports of real analyses: every sample workbook, through the reader and the engine. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { inflateNode } from '../../src/cli/files';
import type { Analysis, Basis } from '../../src/engine/index';
import { analyze } from '../../src/engine/index';
import { csvLines } from '../../src/report/csv';
import { jsonReport } from '../../src/report/json';
import { displayWidth } from '../../src/report/text/columns';
import { textReport } from '../../src/report/text/report';
import { openBook } from '../../src/workbook/file/open';
import { bytesSource } from '../../src/workbook/file/source';

const root = join(__dirname, '../..');
const samples = readdirSync(join(root, 'assets/samples')).filter((name) => name.endsWith('.xlsx'));
const schema = JSON.parse(readFileSync(join(root, 'docs/analysis.schema.json'), 'utf8'));
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

async function analysisOf(name: string, basis: Basis): Promise<Analysis> {
  const bytes = readFileSync(join(root, 'assets/samples', name));
  const book = await openBook(name, bytesSource(bytes), { inflate: inflateNode });
  const outcome = analyze(book, { basis, certificate: true, draws: 50 });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.analysis;
}

const cases = samples.flatMap((name) => [
  [name, 'headline' as const] as const,
  [name, 'expected' as const] as const,
  [name, 'firm' as const] as const,
]);

describe('the sample workbooks', () => {
  it('are there', () => {
    expect(samples).toContain('ai-deals.xlsx');
  });

  it.each(cases)('%s on %s amounts: JSON by the schema, text in 80 columns, CSV', async (name, basis) => {
    const analysis = await analysisOf(name, basis);
    validate(JSON.parse(jsonReport(analysis)));
    expect(validate.errors ?? []).toEqual([]);
    const text = textReport(analysis, { width: 80, color: false, top: 1000 });
    expect(Math.max(...text.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(csvLines(name, analysis)).not.toMatch(/NaN|undefined|Infinity/);
  });
});
