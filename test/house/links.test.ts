import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../scripts/docs/caseFiles';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(projectRoot, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Targets of [text](target), <img src> and [label]: target, outside code. */
function targetsOf(markdown: string): string[] {
  const prose = markdown.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const labels = [...prose.matchAll(/^\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)/gm)];
  const tags = [...prose.matchAll(/\b(?:src|href)="([^"]+)"/g)];
  return [...links, ...labels, ...tags].map((match) => match[1]);
}

/** The file of a relative target, from the root of the project; null for the web and for a place in the same file. */
function fileOf(document: string, target: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^#|^\/\//i.test(target)) return null;
  return join(dirname(document), decodeURIComponent(target.replace(/[?#].*$/, '')));
}

describe('links of the documents', () => {
  it('are found wherever Markdown has them', () => {
    const markdown =
      '[a](b.md "c") ![d](<e.png>) <a href="f.md#g">h</a> [i](https://j.org) [k](#l)\n[m]: n.md\n`[o](p)`\n```\n[q](r)\n```\n';
    const found = targetsOf(markdown).map((target) => fileOf(join('docs', 'x.md'), target));
    expect(found.filter((file) => file !== null).sort()).toEqual(
      ['b.md', 'e.png', 'f.md', 'n.md'].map((name) => join('docs', name)),
    );
  });

  it.each(documents)('%s points at nothing that is missing', (document) => {
    const targets = targetsOf(readFileSync(join(projectRoot, document), 'utf8'));
    const missing = targets.filter((target) => {
      const file = fileOf(document, target);
      return file !== null && !existsSync(join(projectRoot, file));
    });
    expect(missing).toEqual([]);
  });
});
