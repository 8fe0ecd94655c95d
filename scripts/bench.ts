/**
 * `npm run bench`: writes docs/performance.md. `npm run bench -- engine`, `-- workbench` or `-- pane` measures that part anew
 * and keeps the others; `npm run bench -- --smoke` runs the smallest sizes once and writes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { engineSection } from './bench/engine';
import { paneSection } from './bench/paneSection';
import { workbenchSection } from './bench/workbenchSection';

const seed = 20251216;
const parts = {
  engine: { heading: '## The engine', write: engineSection },
  workbench: { heading: '## The workbench', write: workbenchSection },
  pane: { heading: '## The pane', write: paneSection },
};
type Part = keyof typeof parts;

/** The text under a heading of the document, up to the next one. */
function sectionOf(document: string, heading: string): string {
  const start = document.indexOf(`${heading}\n`);
  if (start < 0) return `${heading}\n\nNot measured yet.\n`;
  const end = document.indexOf('\n## ', start + heading.length);
  return `${document.slice(start, end < 0 ? undefined : end).trimEnd()}\n`;
}

async function main(given: readonly string[]): Promise<void> {
  const isSmoke = given.includes('--smoke');
  const named = (Object.keys(parts) as Part[]).filter((part) => given.includes(part));
  const file = join(__dirname, '..', 'docs', 'performance.md');
  const old = readFileSync(file, 'utf8');
  const sections: string[] = [];
  for (const part of Object.keys(parts) as Part[]) {
    const { heading, write } = parts[part];
    const isWanted = named.length === 0 || named.includes(part);
    sections.push(isWanted ? `${heading}\n\n${await write(seed, isSmoke)}` : sectionOf(old, heading));
  }
  if (isSmoke) return;
  const [cpu] = cpus();
  const head = `# Performance

Written by \`npm run bench\`.

Machine: ${cpus().length} x ${cpu.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, shared with other work, so quote ratios and medians rather than single figures.
`;
  writeFileSync(file, [head, ...sections].join('\n'));
}

void main(process.argv.slice(2));
