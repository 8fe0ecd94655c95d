/** Writes src/workbench/officehost/meta/types.json from the pinned office.js: `npx tsx scripts/officeMeta.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { introspect } from './officeMeta/introspect';
import { officePackageFile, openOfficePage } from './officeMeta/page';

const target = join(process.cwd(), 'src', 'workbench', 'officehost', 'meta', 'types.json');

async function main(): Promise<void> {
  const { version } = JSON.parse(readFileSync(officePackageFile, 'utf8')) as { version: string };
  const { page, close } = await openOfficePage();
  const meta = introspect(page, version);
  close();
  writeFileSync(target, `${JSON.stringify(meta, null, 1)}\n`);
  process.stdout.write(`${String(Object.keys(meta.types).length)} types of office.js ${version}\n`);
}

void main();
