import { AnswerError } from '../../src/functions/answerError';
import { functionsById } from '../../src/functions/associate';
import { callOf } from '../../scripts/functions/formula';
import { englishMetadata, type FunctionsFile } from '../../scripts/functions/metadata';
import { bookOf, formulaCases, isExpected, type Expected, type FormulaCase } from './formulaTable';

let metadata: FunctionsFile;
beforeAll(async () => {
  metadata = await englishMetadata();
});

/** What hosts hand over for an empty cell of a range: Excel on the web, on a desktop, and in reports of either. */
type Blank = null | 0 | '';
const blanks: readonly Blank[] = [null, 0, ''];

function withBlanks(value: unknown, blank: Blank): unknown {
  return Array.isArray(value)
    ? value.map((row: unknown[]) => row.map((cell) => (cell === null ? blank : cell)))
    : value;
}

async function answerOf({ formula, book }: FormulaCase, blank: Blank): Promise<unknown[][]> {
  const call = callOf(formula, await bookOf(book));
  const { name, addresses } = call;
  const values = call.values.map((value) => withBlanks(value, blank));
  const entry = metadata.functions.find((found) => found.name === name);
  if (entry === undefined) throw new Error(`${name} is no function of ours.`);
  return functionsById[entry.id](...values, { parameterAddresses: addresses });
}

const isMatrix = (answer: FormulaCase['answer']): answer is readonly (readonly Expected[])[] =>
  Array.isArray(answer);

describe.each(blanks)('the table of formulas, blanks as %j', (blank) => {
  for (const entry of formulaCases) {
    it(`${entry.formula} in ${entry.book}`, async () => {
      expect(entry.formula.endsWith(`(${entry.arguments.join(',')})`)).toBe(true);
      if (entry.error !== undefined) {
        const error: unknown = await answerOf(entry, blank).catch((caught: unknown) => caught);
        expect(error).toBeInstanceOf(AnswerError);
        expect(error).toMatchObject({ code: entry.error });
        if (typeof entry.message === 'string') expect(error).toMatchObject({ message: entry.message });
        return;
      }
      const { answer } = entry;
      const expected = isMatrix(answer) ? answer : [[answer as Expected]];
      const found = await answerOf(entry, blank);
      const isSame =
        found.length === expected.length &&
        expected.every(
          (row, i) => row.length === found[i].length && row.every((cell, j) => isExpected(found[i][j], cell)),
        );
      if (!isSame) expect(found).toEqual(expected);
      expect(isSame).toBe(true);
    });
  }

  it('asks every function at least twice, with good input and with bad', () => {
    for (const { name } of metadata.functions) {
      const own = formulaCases.filter((entry) => entry.formula.startsWith(`=DEAL.${name}(`));
      expect([name, own.some((entry) => entry.error !== undefined)]).toEqual([name, true]);
      expect([name, own.filter((entry) => entry.error === undefined).length >= 2]).toEqual([name, true]);
    }
  });
});
