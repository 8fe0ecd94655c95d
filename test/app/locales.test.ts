/** Both languages say everything, each in its own script. */
import { en } from '../../src/locales/en';
import { ko } from '../../src/locales/ko';
import { wordsFor } from '../../src/locales/choose';

/** Paths of all words: 'tabs.overview'. Functions are asked with stand-ins for their arguments. */
function wordsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const given = Array.from({ length: value.length }, () => standIn);
    return wordsOf((value as (...values: unknown[]) => unknown)(...given), path);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    wordsOf(inner, path === '' ? key : `${path}.${key}`),
  );
}

/** Is a number, a text, a list and a driver at once, so that any word can be asked for. */
const standIn = Object.assign(['A'], {
  toLocaleString: () => '2',
  toString: () => '2',
  toLowerCase: () => '2',
  id: 'circular-revenue',
  label: 'Label',
  evidence: 'Evidence.',
  party: 'A',
  period: 'P',
});

const english = new Map(wordsOf(en));
const korean = new Map(wordsOf(ko));

describe('the words of the pane', () => {
  it('are the same in number and name in both languages', () => {
    expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
    expect(english.size).toBeGreaterThan(150);
  });

  it('are never empty', () => {
    const empty = [...english, ...korean].filter(([, word]) => word.trim() === '');
    expect(empty).toEqual([]);
  });

  it('are Korean in Korean, but for what has no words', () => {
    const foreign = [...korean].filter(
      ([, word]) => !/\p{Script=Hangul}/u.test(word) && /[A-Za-z]{3}/.test(word),
    );
    expect(foreign.map(([path]) => path)).toEqual([]);
  });

  it('never say fraud, and end no sentence with an exclamation', () => {
    const loud = [...english.values(), ...korean.values()].filter((word) => /fraud|sham|사기|!/i.test(word));
    expect(loud).toEqual([]);
  });

  it('follow the language of Excel', () => {
    expect([wordsFor('ko-KR'), wordsFor('ko'), wordsFor('en-GB'), wordsFor('fr-FR')]).toEqual([
      ko,
      ko,
      en,
      en,
    ]);
  });
});
