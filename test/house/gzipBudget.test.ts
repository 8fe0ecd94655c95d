/** A build that grows beyond its budget fails, and says by how much. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack from 'webpack';
import { GzipBudget } from '../../scripts/gzip-budget.cjs';

describe('the budget of a build', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'looplens-budget-'));
    writeFileSync(join(folder, 'page.js'), 'document.title = "deals";\n');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const errorsOf = (budgets: Readonly<Record<string, number>>): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      const compiler = webpack({
        mode: 'production',
        context: folder,
        entry: { page: './page.js' },
        output: { path: join(folder, 'dist') },
        plugins: [new GzipBudget(budgets)],
      });
      compiler.run((error, stats) => {
        if (stats === undefined) reject(error ?? new Error('The build told nothing.'));
        else resolve((stats.toJson({ errors: true }).errors ?? []).map(({ message }) => message));
      });
    });

  it('lets pass what keeps it', async () => {
    expect(await errorsOf({ page: 1_000 })).toEqual([]);
  });

  it('fails what does not keep it, and says by how much', async () => {
    const [message, ...others] = await errorsOf({ page: 10 });
    expect(message).toMatch(/^"page" is \d\d bytes compressed; its budget is 10\./);
    expect(others).toEqual([]);
  });

  it('fails when what it is about is not built', async () => {
    expect(await errorsOf({ pane: 1_000 })).toEqual([
      'There is no entry or chunk "pane" to hold to a budget.',
    ]);
  });
});
