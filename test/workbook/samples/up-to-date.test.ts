import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sampleFiles } from '../../../scripts/samples/files';

const root = join(__dirname, '../../..');

describe('npm run samples', () => {
  const files = sampleFiles();

  it('gives the same bytes every time', () => {
    const again = sampleFiles();
    files.forEach(({ path, bytes }, i) => {
      expect(again[i].path).toBe(path);
      expect(Buffer.compare(bytes, again[i].bytes)).toBe(0);
    });
  });

  it('has been run since the facts or the words were changed', () => {
    const stale = files.filter(
      ({ path, bytes }) => Buffer.compare(readFileSync(join(root, path)), bytes) !== 0,
    );
    expect(stale.map(({ path }) => path)).toEqual([]);
  });

  it('left nothing behind that it no longer writes', () => {
    const written = new Set(files.map(({ path }) => path));
    for (const folder of ['assets/samples', 'test/fixtures/cases']) {
      const orphans = readdirSync(join(root, folder)).filter((name) => !written.has(`${folder}/${name}`));
      expect(orphans).toEqual([]);
    }
  });
});
