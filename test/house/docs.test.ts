import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/docs/caseFiles';
import { scoreDocument } from '../../scripts/docs/scoreDocument';
import { version } from '../../src/engine/version';

const read = (...path: string[]) => readFileSync(join(projectRoot, ...path), 'utf8');

describe('what is written by scripts', () => {
  it('docs/score.md says what the engine computes (npm run docs)', async () => {
    expect(read('docs', 'score.md')).toBe(await scoreDocument());
  });

  it('the engine has the version of package.json', () => {
    expect(version).toBe((JSON.parse(read('package.json')) as { version: string }).version);
  });
});
