/** The built command as a process: exit codes, standard input, a reader that goes away, Ctrl-C. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const sample = join(root, 'assets/samples/ai-deals.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'looplens-'));
const bundle = join(folder, 'looplens.cjs');

beforeAll(() => {
  const webpack = join(root, 'node_modules/webpack/bin/webpack.js');
  const built = spawnSync(
    process.execPath,
    [webpack, '--config-name', 'command-line', '--mode', 'production', '--output-path', folder],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

function looplens(words: readonly string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const triangle = 'from,to,amount\nNvidia,OpenAI,30\nOpenAI,Oracle,20\nOracle,Nvidia,10\nOracle,Dell,5\n';

describe('the command as a process', () => {
  it('scores the sample workbook', () => {
    const { status, stdout, stderr } = looplens(['score', sample]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('28.3 % of the money in this sheet can go round in a circle');
    expect(stdout).not.toContain(String.fromCharCode(27));
  });

  it('scores a CSV file from a disk and from standard input alike', () => {
    const fromDisk = looplens(['score', file('deals.csv', triangle)]);
    const fromInput = looplens(['score', '-'], triangle);
    expect(fromDisk.stdout).toContain(
      '46.2 % of the money in this sheet can go round in a circle: 30 of 65.',
    );
    expect(fromInput.stdout).toContain(
      '46.2 % of the money in this sheet can go round in a circle: 30 of 65.',
    );
    expect([fromDisk.status, fromInput.status]).toEqual([0, 0]);
  });

  it('scores a workbook from standard input', () => {
    const { status, stdout } = looplens(['score', '-', '--format', 'json'], readFileSync(sample));
    expect(status).toBe(0);
    expect(JSON.parse(stdout).circularity.headline.amount).toBeCloseTo(644.027, 6);
  });

  it('writes all of a long JSON into a pipe before it ends', () => {
    const { stdout } = looplens([
      'score',
      sample,
      sample,
      '--format',
      'json',
      '--top',
      '1000',
      '--certificate',
    ]);
    expect(stdout.length).toBeGreaterThan(65_536);
    expect(JSON.parse(stdout)).toHaveLength(2);
  });

  it.each<[string, () => string[], number, RegExp]>([
    [
      'an unknown option',
      () => ['score', sample, '--tpo', '3'],
      2,
      /^There is no option "--tpo"\. Did you mean --top\?\n$/,
    ],
    ['a poem', () => ['score', file('poem.csv', 'Roses are red,\nviolets are blue\n')], 3, /^[^\n]+\n$/],
    ['an empty file', () => ['score', file('empty.csv', '')], 4, /^[^\n]+\n$/],
    ['no file', () => ['score', 'nowhere.xlsx'], 4, /^There is no file "nowhere\.xlsx"[^\n]*\n$/],
    ['a folder', () => ['score', folder], 4, /is not a file[^\n]*\n$/],
    ['a picture', () => ['score', file('cat.xlsx', '\u0089PNG\r\n\u001a\n\u0000\u0000')], 4, /^[^\n]+\n$/],
    [
      'a limit that is passed',
      () => ['score', sample, '--limit', 'parts=2'],
      5,
      /more than the limit of 2[^\n]*\n$/,
    ],
  ])('ends with one sentence on %s', (_name, words, code, sentence) => {
    const { status, stdout, stderr } = looplens(words());
    expect({ status, stdout }).toEqual({ status: code, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at |Error:/);
  });

  it('says which file may not be a folder even deep inside', () => {
    mkdirSync(join(folder, 'deep'));
    expect(looplens(['score', join('deep', 'deals.xlsx')]).status).toBe(4);
    expect(looplens(['score', join(bundle, 'deals.xlsx')]).status).toBe(4);
  });

  it('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [bundle, 'score', sample, '--format', 'json', '--top', '1000'], {
      cwd: folder,
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('ends as interrupted on Ctrl-C', async () => {
    const child = spawn(process.execPath, [bundle, 'score', '-'], { cwd: folder });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdin.write('from,to');
    child.kill('SIGINT');
    const code = await new Promise((resolve) =>
      // Before the command listens, the system ends it itself: a shell calls both 130.
      child.on('close', (status, signal) => resolve(signal === 'SIGINT' ? 130 : status)),
    );
    expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
  });

  it('tells its version, that of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(looplens(['--version'])).toEqual({ status: 0, stdout: `looplens ${version}\n`, stderr: '' });
  });
});
