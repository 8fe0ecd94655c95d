/** `npm run docs`: writes the documents that are made from the code. A test compares them with what they should say. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './docs/caseFiles';
import { scoreDocument } from './docs/scoreDocument';

async function main(): Promise<void> {
  writeFileSync(join(projectRoot, 'docs', 'score.md'), await scoreDocument());
}

void main();
