/** The Korean of what the engine says about a sheet. */
import { sentences } from '../../src/locales/ko/sentences';
import { templates } from './templates';

const said = templates();
const hangul = /\p{Script=Hangul}/u;
const placeholders = (template: string): string[] => (template.match(/\{\d\}/g) ?? []).sort();

describe('what the engine says, in Korean', () => {
  it('has an entry for everything that is said', () => {
    const needed = [...said.keys()].filter((template) => /[A-Za-z]/.test(template.replace(/\{\d\}/g, '')));
    expect(needed.length).toBeGreaterThan(200);
    expect(needed.filter((template) => sentences[template] === undefined)).toEqual([]);
  });

  it('has no entry for what nobody says any more', () => {
    expect(Object.keys(sentences).filter((template) => !said.has(template))).toEqual([]);
  });

  it('is filled with the same values', () => {
    const unlike = Object.entries(sentences).filter(
      ([template, korean]) => placeholders(template).join() !== placeholders(korean).join(),
    );
    expect(unlike).toEqual([]);
  });

  it('is Korean', () => {
    const foreign = Object.entries(sentences).filter(
      ([template, korean]) =>
        /[A-Za-z]/.test(template.replace(/\{\d\}/g, '')) &&
        !/^[{},.() \d외곳]*$/.test(korean) &&
        !hangul.test(korean),
    );
    expect(foreign).toEqual([]);
  });
});
