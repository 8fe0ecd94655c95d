import fc from 'fast-check';
import { visible } from '../../src/report/visible';

describe('visible', () => {
  it.each([
    ['plain text stays', 'plain text stays'],
    ['\u001b[31mred', '<U+001B>[31mred'],
    ['Nvid\u202eia', 'Nvid<U+202E>ia'],
    ['a\r\nb\nc\rd', 'a↵b↵c↵d'],
    ['tab\there', 'tab<U+0009>here'],
    ['\u009b2J', '<U+009B>2J'],
    ['no\u00a0break\u3000wide', 'no break wide'],
    ['zero\u200bwidth', 'zero<U+200B>width'],
    ['\u3164', '<U+3164>'],
    ['\ud800', '<U+D800>'],
    ['\u{e0041}', '<U+E0041>'],
    ['한글', '한글'],
    ['e\u0301', 'é'],
    ['x\u0300\u0301\u0302\u0303\u0304', 'x\u0300\u0301\u0302…'],
    ['❤\ufe0f', '❤'],
  ])('shows %j as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('leaves nothing that a terminal acts upon or that draws nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        expect(visible(text)).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('changes nothing when it is applied twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(visible(visible(text))).toBe(visible(text));
      }),
      { seed: 4 },
    );
  });

  it('takes the longest text of a cell made of nothing but marks', () => {
    expect(visible('a' + '\u0315'.repeat(32_766))).toBe('a\u0315\u0315\u0315…');
  });
});
