import { answerSheet } from '../../src/commands/answerSheet';
import { associateCommands } from '../../src/commands/associate';
import { commands, runCommand } from '../../src/commands/commands';
import { commandWords } from '../../src/commands/words';
import { Refusal } from '../../src/workbook/port';
import type { FormulaRows, Sheets } from '../../src/workbook/sheets';
import { functionsIn } from './project';

const words = commandWords('en-US');

/** A workbook of two answers, which remembers the sheets that were added. */
function workbook(reference: string | null, refusal?: Refusal) {
  const added: { name: string; rows: FormulaRows }[] = [];
  const sheets: Sheets = {
    reference: async () => reference,
    addSheet: async (name, rows) => {
      if (refusal !== undefined) throw refusal;
      added.push({ name, rows });
      return added.length === 1 ? name : `${name} ${added.length}`;
    },
  };
  return { sheets, added };
}

describe('the sheet of answers', () => {
  const rows = answerSheet("'AI deals'!A1:H90", words);

  it('calls functions that are there', () => {
    const called = rows
      .flat()
      .flatMap((cell) => [...cell.matchAll(/DEAL\.([A-Z_]+)\(/g)].map(([, name]) => name));
    const known = functionsIn('functions.json').map(({ name }) => name);
    expect(called).toEqual(['CIRCULARITY', 'RISK', 'LOOPS', 'PARTIES']);
    expect(known).toEqual(expect.arrayContaining(called));
  });

  it('leaves each spilled table the rows that it can need', () => {
    const at = (start: string) => rows.findIndex(([cell]) => cell.startsWith(start));
    // Twenty loops and their headings, and one free row.
    expect(at(words.parties) - at('=DEAL.LOOPS')).toBe(22);
    expect(at('=DEAL.PARTIES')).toBe(rows.length - 1);
  });

  it('is a rectangle in which only our own formulas begin with "="', () => {
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([2]));
    const hostile = answerSheet("'=cmd|calc'!A1:B2", words).flat();
    expect(hostile.filter((cell) => /^[=+\-@]/.test(cell)).every((cell) => cell.startsWith('=DEAL.'))).toBe(
      true,
    );
  });
});

describe('a command', () => {
  it.each(['ScoreSheet', 'ScoreSelection'] as const)('%s adds one sheet and says which', async (id) => {
    const { sheets, added } = workbook('Deals[#All]');
    const sentence = await runCommand(commands[id], sheets, words);
    expect(sentence).toBe('Added the sheet "Looplens" over Deals[#All]. Delete it to undo.');
    expect(added).toEqual([{ name: 'Looplens', rows: answerSheet('Deals[#All]', words) }]);
  });

  it('writes nothing where there is nothing', async () => {
    const { sheets, added } = workbook(null);
    expect(await runCommand(commands.ScoreSheet, sheets, words)).toBe(words.empty);
    expect(added).toEqual([]);
  });

  it('turns a refusal into its sentence, in both languages', async () => {
    for (const language of ['en-US', 'ko-KR']) {
      const said = commandWords(language);
      for (const [why, sentence] of [
        ['editing', said.editing],
        ['locked', said.locked],
        ['other', said.refused('Too many sheets.')],
      ] as const) {
        const { sheets } = workbook('A1:C4', new Refusal(why, 'Too many sheets.'));
        expect(await runCommand(commands.ScoreSheet, sheets, said)).toBe(sentence);
      }
    }
  });

  it('does not hide a fault of ours', async () => {
    const sheets: Sheets = {
      ...workbook('A1:C4').sheets,
      reference: () => Promise.reject(new TypeError('x is null')),
    };
    await expect(runCommand(commands.ScoreSheet, sheets, words)).rejects.toThrow(TypeError);
  });
});

describe('association', () => {
  it('ties each id once, completes the event of a button, and needs none from a key', async () => {
    const tied = new Map<string, (event?: unknown) => unknown>();
    const said: string[] = [];
    associateCommands({
      associate: (id, action) => void tied.set(id, action as (event?: unknown) => unknown),
      sheets: workbook('Deals[#All]').sheets,
      words: () => words,
      say: (sentence) => said.push(sentence),
    });
    expect([...tied.keys()]).toEqual(Object.keys(commands));
    let completed = 0;
    await tied.get('ScoreSheet')?.({ completed: () => completed++ });
    await tied.get('ScoreSheet')?.();
    expect(completed).toBe(1);
    expect(said).toEqual([words.added('Looplens', 'Deals[#All]'), words.added('Looplens 2', 'Deals[#All]')]);
  });

  it('completes the event of a button also when we fail', async () => {
    let completed = 0;
    let action: ((event: { completed: () => number }) => Promise<unknown>) | undefined;
    associateCommands({
      associate: (id, given) => {
        if (id === 'ScoreSheet') action = given as typeof action;
      },
      sheets: { ...workbook(null).sheets, reference: () => Promise.reject(new TypeError('x is null')) },
      words: () => words,
      say: () => undefined,
    });
    await expect(action?.({ completed: () => completed++ })).rejects.toThrow('x is null');
    expect(completed).toBe(1);
  });
});
