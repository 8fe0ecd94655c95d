import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../scripts/docs/caseFiles';

const house = pathToFileURL(join(projectRoot, 'scripts', 'house.mjs')).href;

/** house.mjs is a module of Node's own and cannot be required here: Node is asked. */
function newest(folder: string): number {
  const program = `import { newest } from ${JSON.stringify(house)}; console.log(newest(${JSON.stringify(folder)}));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return Number(stdout) / 1000;
}

describe('what makes a build stale', () => {
  const folder = mkdtempSync(join(tmpdir(), 'looplens-stale-'));
  const inner = join(folder, 'inner');
  const file = join(inner, 'a.ts');
  mkdirSync(inner);
  writeFileSync(file, '');
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['a file that is newer', 3000, 1000, 1000],
    ['a file deleted from a folder within', 1000, 3000, 1000],
    ['a file deleted from the folder itself', 1000, 1000, 3000],
  ])('%s', (_, ofFile, ofInner, ofFolder) => {
    utimesSync(file, ofFile, ofFile);
    utimesSync(inner, ofInner, ofInner);
    utimesSync(folder, ofFolder, ofFolder);
    expect(newest(folder)).toBe(3000);
  });
});

describe('the versions of Node', () => {
  it('are the same in package.json, the lock file and the README', () => {
    const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8');
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { engines?: { node: string } }>;
    };
    expect(engines.node).toMatch(/^>=\d+\.\d+$/);
    expect(lock.packages[''].engines).toEqual(engines);
    expect(read('README.md')).toContain(`With Node ${engines.node.slice(2)} or newer`);
  });
});
