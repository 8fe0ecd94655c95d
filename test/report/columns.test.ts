import fc from 'fast-check';
import { displayWidth, fit, hanging, padStart, wrap } from '../../src/report/text/columns';
import { visible } from '../../src/report/visible';

const anyText = fc.string({ unit: 'binary', maxLength: 80 }).map(visible);

describe('displayWidth', () => {
  it.each([
    ['OpenAI', 6],
    ['엔비디아', 8],
    ['日本', 4],
    ['ﾊﾝｶｸ', 4],
    ['ＮＴＴ', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['🚀', 2],
    ['→ …–', 4],
    ['', 0],
  ])('counts "%s" as %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('fit', () => {
  it('keeps a text that fits', () => {
    expect(fit('Nvidia', 6)).toBe('Nvidia');
  });
  it('ends a longer one with an ellipsis', () => {
    expect(fit('CoreWeave', 6)).toBe('CoreW…');
  });
  it('never splits a letter of two columns', () => {
    expect(fit('엔비디아', 6)).toBe('엔비…');
  });
  it('never takes more columns than it is given', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, width) => {
        expect(displayWidth(fit(text, width))).toBeLessThanOrEqual(width);
      }),
      { seed: 1 },
    );
  });
});

describe('wrap', () => {
  it('breaks at spaces', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  });
  it('breaks a word that is longer than the line', () => {
    expect(wrap('ab엔비디아', 5)).toEqual(['ab엔', '비디', '아']);
  });
  it('loses nothing but spaces and never exceeds the width', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
      }),
      { seed: 2 },
    );
  });
  it('hangs under its first line', () => {
    expect(hanging('- ', 'one two', 6)).toEqual(['- one', '  two']);
  });
});

describe('padStart', () => {
  it('pads by columns, not by letters', () => {
    expect(padStart('조', 4)).toBe('  조');
  });
});
