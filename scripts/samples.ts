/**
 * `npm run samples`: writes the sample workbooks, the deals that the pane fills in, its yardstick, and the fixtures of the
 * labelled cases from the facts in data/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sampleFiles } from './samples/files';

const root = join(__dirname, '..');
for (const { path, bytes } of sampleFiles()) {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  process.stdout.write(`${path} ${bytes.length} bytes\n`);
}
