/** The drawing as a picture of its own: well-formed, harmless, complete, whatever the names. */
import { SaxesParser } from 'saxes';
import fc from 'fast-check';
import { flowLayout } from '../../../src/report/layout/flowLayout';
import { flowSvg } from '../../../src/report/svg/flowSvg';
import { darkPalette, lightPalette } from '../../../src/report/svg/palettes';
import { hostileNames } from '../fixtures';
import { analysisOf, anyLedger, chainOf, shuffled } from './ledgers';

const nasty = [
  ...hostileNames,
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '\u202eaidivN\u202c & Co',
  'A'.repeat(32_767),
  '한'.repeat(32_767),
  '\u0300'.repeat(5000),
  '&lt;b&gt;',
];

describe('the SVG', () => {
  it('is the same text for the same rows in any order', () => {
    const analysis = chainOf(12);
    const svg = flowSvg(flowLayout(analysis, { width: 288 }));
    for (const seed of [1, 2, 3, 17, 99])
      expect(flowSvg(flowLayout(shuffled(analysis, seed), { width: 288 }))).toBe(svg);
  });

  it('says what it is to a screen reader', () => {
    const { name, attributes, texts } = read(flowSvg(flowLayout(chainOf(3), { width: 288, selected: 1 })));
    expect(name).toBe('svg');
    expect(attributes['role']).toBe('img');
    expect(texts['title'][0]).toMatch(/^Loop 1: Company/);
    expect(texts['desc'][0]).toMatch(/bn, funding/);
  });

  it('holds nothing but shapes and text, and points to nothing outside', () => {
    for (const selected of [null, 1]) {
      const svg = flowSvg(flowLayout(chainOf(12), { width: 600, selected }));
      const { names } = read(svg);
      for (const name of names)
        expect(['svg', 'g', 'title', 'desc', 'rect', 'path', 'circle', 'text']).toContain(name);
      expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|url\(|@import|data:/);
      expect(svg).toContain('Malgun Gothic');
    }
  });

  it.each([288, 600])('stays harmless and well-formed with hostile names at %i px', (width) => {
    const analysis = analysisOf(
      nasty,
      nasty.map((_, i) => ({ path: [i, (i + 1) % nasty.length], kinds: ['F', 'S', 'G'] })),
    );
    const svg = flowSvg(flowLayout(analysis, { width, selected: 2, maxParties: nasty.length }));
    const { names, texts } = read(svg);
    expect(names.has('img') || names.has('script')).toBe(false);
    const drawn = texts['text'].join('\n');
    expect(drawn.replaceAll('\n', '')).not.toMatch(/\p{C}/u);
    expect(Math.max(...texts['text'].map((text) => text.length))).toBeLessThan(120);
    expect(svg).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('is well-formed whatever the ledger', () => {
    fc.assert(
      fc.property(anyLedger, fc.constantFrom('en' as const, 'ko' as const), (analysis, locale) => {
        const svg = flowSvg(flowLayout(analysis, { width: 288, selected: 1, locale }));
        expect(() => read(svg)).not.toThrow();
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 25, seed: 5 },
    );
  });
});

describe('the palettes', () => {
  it.each([
    ['light', lightPalette],
    ['dark', darkPalette],
  ])('%s: text has 4.5 : 1, and arrows that count have 3 : 1', (_, palette) => {
    const { paper, node, accentFill } = palette;
    for (const [text, behind] of [
      [palette.ink, paper],
      [palette.ink, node],
      [palette.ink, accentFill],
      [palette.quiet, paper],
      [palette.quiet, node],
      [palette.accent, paper],
      [palette.onAccent, palette.accent],
      [paper, palette.quiet],
      [palette.flag, paper],
    ])
      expect(contrast(text, behind)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.plain, paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.accent, paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.accent, palette.faint)).toBeGreaterThanOrEqual(3);
  });
});

function read(svg: string) {
  const names = new Set<string>();
  const texts: Record<string, string[]> = {};
  const open: string[] = [];
  let root = '';
  let attributes: Record<string, string> = {};
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (open.length === 0) {
      root = tag.name;
      attributes = tag.attributes as Record<string, string>;
    }
    names.add(tag.name);
    open.push(tag.name);
    (texts[tag.name] ??= []).push('');
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    const list = texts[open[open.length - 1]];
    if (list !== undefined) list[list.length - 1] += text;
  });
  parser.write(svg).close();
  return { name: root, attributes, names, texts };
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((p, q) => q - p);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
