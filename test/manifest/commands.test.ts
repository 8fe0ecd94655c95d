import { answerCells, answerSheet } from '../../src/commands/answerSheet';
import { associateCommands } from '../../src/commands/associate';
import { commands, runCommand, type Desk } from '../../src/commands/commands';
import { shortNames } from '../../src/commands/shortNames';
import { faultOf } from '../../src/commands/scorable';
import { commandWords } from '../../src/commands/words';

import { gridOf, plainSheet, type Cell, type DefinedName } from '../../src/engine/index';
import { AnswerError } from '../../src/functions/answerError';
import { DealMemory } from '../../src/functions/dealsArgument';
import { sentencesFor } from '../../src/locales/sentences';
import { Refusal, type Operation } from '../../src/workbook/port';
import { functionsIn } from './project';

const words = commandWords('en-US');

const circle = [
  ['Payer', 'Payee', 'Amount (bn)'],
  ['Nvidia', 'OpenAI', 30],
  ['OpenAI', 'Nvidia', 20],
];

/** A workbook of two answers, which remembers what was done to it and what was shown. */
function workbook(
  reference: string | null,
  refusal?: Refusal,
  defined: readonly DefinedName[] = [],
  rows: readonly (readonly Cell[])[] = circle,
) {
  const applied: Operation[] = [];
  const names = ['AI deals'];
  const shown: string[] = [];
  const desk: Desk = {
    sheets: {
      deals: async () =>
        reference === null ? null : { reference, head: plainSheet('AI deals', gridOf(rows)) },
      names: async () => names,
      tableNames: async () => [],
      show: async (sheet) => void shown.push(sheet),
    },
    showPane: async () => void shown.push('the pane'),
    sentences: async () => ({}),
    workbook: {
      read: async (sheets, options) => {
        if (sheets?.length !== 0 || options?.names !== true)
          throw new Error('A command has no need to read cells.');
        return { name: 'Book1', sheets: [], tables: [], names: defined, date1904: false, notes: [] };
      },
      apply: async (operations) => {
        if (refusal !== undefined) throw refusal;
        applied.push(...operations);
        for (const operation of operations) if (operation.kind === 'add-sheet') names.push(operation.sheet);
      },
    },
  };
  return { desk, applied, shown };
}

/** A workbook in which we have made a mistake. */
function broken(): Desk {
  const { desk } = workbook(null);
  const deals = () => Promise.reject(new TypeError('x is null'));
  return { ...desk, sheets: { ...desk.sheets, deals } };
}

it('ShowPane opens the pane and says what to do next', async () => {
  const { desk, shown } = workbook(null);
  expect(await runCommand(commands.ShowPane, desk, words)).toBe(words.shown);
  expect(shown).toEqual(['the pane']);
});

describe('the sheet of answers', () => {
  const rows = answerCells("'AI deals'!A1:H90", words);
  const formulas = rows
    .flat()
    .flatMap((cell) => (typeof cell === 'object' && cell !== null ? [cell.formula] : []));

  it('calls functions that are there', () => {
    const called = formulas.flatMap((formula) =>
      [...formula.matchAll(/DEAL\.([A-Z_]+)\(/g)].map(([, name]) => name),
    );
    const known = functionsIn('functions.json').map(({ name }) => name);
    expect(called).toEqual(['CIRCULARITY', 'RISK', 'LOOPS', 'PARTIES']);
    expect(known).toEqual(expect.arrayContaining(called));
  });

  it('leaves each spilled table the rows that it can need', () => {
    const at = (start: string) => rows.findIndex(([cell]) => JSON.stringify(cell).includes(start));
    // Twenty loops and their headings, and one free row.
    expect(at(words.parties) - at('=DEAL.LOOPS')).toBe(22);
    expect(at('=DEAL.PARTIES')).toBe(rows.length - 1);
  });

  it('is a rectangle in which only our own formulas are formulas', () => {
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([2]));
    const hostile = answerCells("'=cmd|calc'!A1:B2", words).flat();
    const live = hostile.filter((cell) => typeof cell === 'object' && cell !== null);
    expect(live.every((cell) => cell.formula.startsWith('=DEAL.'))).toBe(true);
  });

  it('is added by three operations: the sheet, its cells, and the share as a percentage', () => {
    const plan = answerSheet('Looplens', 'Deals[#All]', words);
    expect(plan.map(({ kind }) => kind)).toEqual(['add-sheet', 'write', 'number-formats']);
    expect(plan[1]).toMatchObject({
      sheet: 'Looplens',
      area: { top: 0, left: 0, bottom: rows.length - 1, right: 1 },
    });
  });
});

describe('a command', () => {
  it.each(['ScoreSheet', 'ScoreSelection'] as const)('%s adds one sheet and says which', async (id) => {
    const { desk, applied, shown } = workbook('Deals[#All]');
    const sentence = await runCommand(commands[id], desk, words);
    expect(sentence).toBe('Added the sheet "Looplens" over Deals[#All]. Delete it to undo.');
    expect(applied).toEqual(answerSheet('Looplens', 'Deals[#All]', words));
    expect(shown).toEqual(['Looplens']);
  });

  it('writes nothing where there is nothing', async () => {
    const { desk, applied, shown } = workbook(null);
    expect(await runCommand(commands.ScoreSheet, desk, words)).toBe(words.empty);
    expect([applied, shown]).toEqual([[], []]);
  });

  it.each([
    [
      'a sheet of other things',
      [
        ['City', 'Inhabitants'],
        ['Seoul', 9_400_000],
      ],
      "'AI deals'!A1:B2",
      [
        'No column holds the amounts of deals',
        '거래 금액이 있는 열이 없습니다. 보이는 열: "City", "Inhabitants"',
      ],
    ],
    [
      'an amount that is none',
      [...circle, ['Oracle', 'Nvidia', '3OO']],
      "'AI deals'!A1:C4",
      ['"3OO" is not a number', '"3OO" 값을 숫자로 읽을 수 없습니다'],
    ],
    [
      'columns that are only guessed',
      [
        ['Nvidia', 'OpenAI', 30, 'x'],
        ['Oracle', 'AMD', 40, 'y'],
      ],
      "'AI deals'!A1:D2",
      ['include the heading row', '머리글 행을 포함하세요'],
    ],
  ])('writes nothing over %s, and says where it looked and for what', async (_, rows, place, reasons) => {
    for (const [at, language] of ['en-US', 'ko-KR'].entries()) {
      const { desk, applied, shown } = workbook('A1:Z9', undefined, [], rows);
      const sentences = () => sentencesFor(language);
      const sentence = await runCommand(commands.ScoreSheet, { ...desk, sentences }, commandWords(language));
      expect(sentence).toContain(place);
      expect(sentence).toContain(reasons[at]);
      expect(sentence).toContain(language === 'en-US' ? 'who pays' : '지급인');
      expect([applied, shown]).toEqual([[], []]);
    }
  });

  it.each<[string, Cell[][]]>([
    [
      'no amounts',
      [
        ['City', 'Inhabitants'],
        ['Seoul', 9_400_000],
      ],
    ],
    ['two bad amounts', [...circle, ['Oracle', 'Nvidia', '3OO'], ['Oracle', 'AMD', 'l2']]],
    [
      'no headings',
      [
        ['Nvidia', 'OpenAI', 30, 'x'],
        ['Oracle', 'AMD', 40, 'y'],
      ],
    ],
    ['a blank payee that a host writes as 0', [...circle, ['Oracle', 'Nvidia', 7], ['AMD', 0, 9]]],
    ['rows of zeros', [...circle, [0, 0, 0]]],
  ])('says over %s what the formulas say', async (_, rows) => {
    const head = plainSheet('AI deals', gridOf(rows));
    const steps = new DealMemory().find({ deals: rows, aliases: null, addresses: ["'AI deals'!A1"] });
    const said = (): string | null => {
      try {
        while (steps.next().done !== true);
        return null;
      } catch (error) {
        if (error instanceof AnswerError) return error.message;
        throw error;
      }
    };
    expect(faultOf(head, {})).toBe(said());
  });

  it('turns a refusal into its sentence, in both languages', async () => {
    for (const language of ['en-US', 'ko-KR']) {
      const said = commandWords(language);
      for (const [why, sentence] of [
        ['editing', said.editing],
        ['locked', said.locked],
        ['other', said.refused('Too many sheets.')],
      ] as const) {
        const { desk, shown } = workbook('A1:C4', new Refusal(why, 'Too many sheets.'));
        expect(await runCommand(commands.ScoreSheet, desk, said)).toBe(sentence);
        expect(shown).toEqual([]);
      }
    }
  });

  it('does not hide a fault of ours', async () => {
    await expect(runCommand(commands.ScoreSheet, broken(), words)).rejects.toThrow(TypeError);
  });
});

describe('adding the short names', () => {
  const circularity = '=LAMBDA(deals,DEAL.CIRCULARITY(deals))';
  const coverage = '=LAMBDA(revenue,capex,DEAL.CAPEX_COVERAGE(revenue,capex))';

  it('defines both and says so', async () => {
    const { desk, applied } = workbook(null);
    const sentence = await runCommand(commands.AddShortNames, desk, words);
    expect(sentence).toMatch(/^Added the names CIRCULARITY and CAPEX_COVERAGE to this workbook: /);
    expect(applied).toEqual([
      { kind: 'define-name', name: 'CIRCULARITY', formula: circularity },
      { kind: 'define-name', name: 'CAPEX_COVERAGE', formula: coverage },
    ]);
  });

  it('calls functions that are there', () => {
    const known = functionsIn('functions.json').map(({ name }) => name);
    for (const { name, formula } of shortNames) {
      expect(known).toContain(name);
      expect(formula).toContain(`DEAL.${name}(`);
    }
  });

  it('adds the one that is not there, and a name of a single sheet is no hindrance', async () => {
    const { desk, applied } = workbook(null, undefined, [
      { name: 'Circularity', sheet: null, formula: '=lambda( deals, DEAL.CIRCULARITY(deals) )' },
      { name: 'CAPEX_COVERAGE', sheet: 0, formula: '=1' },
    ]);
    expect(await runCommand(commands.AddShortNames, desk, words)).toBe(words.namesAdded(['CAPEX_COVERAGE']));
    expect(applied.map((operation) => 'name' in operation && operation.name)).toEqual(['CAPEX_COVERAGE']);
  });

  it('changes nothing where both are, or where one stands for something else', async () => {
    const both = workbook(null, undefined, [
      { name: 'CIRCULARITY', sheet: null, formula: circularity },
      { name: 'CAPEX_COVERAGE', sheet: null, formula: coverage },
    ]);
    expect(await runCommand(commands.AddShortNames, both.desk, words)).toBe(words.namesThere);
    const other = workbook(null, undefined, [
      { name: 'capex_coverage', sheet: null, formula: '=Sheet1!$A$1' },
    ]);
    for (const language of ['en-US', 'ko-KR']) {
      const sentence = await runCommand(commands.AddShortNames, other.desk, commandWords(language));
      expect(sentence).toContain('"capex_coverage"');
      expect(sentence).toContain('"=Sheet1!$A$1"');
    }
    expect([both.applied, other.applied]).toEqual([[], []]);
  });

  it('says what Excel refused, and that it may be for want of LAMBDA', async () => {
    for (const language of ['en-US', 'ko-KR']) {
      const refused = workbook(null, new Refusal('other', 'The argument is invalid.'));
      const sentence = await runCommand(commands.AddShortNames, refused.desk, commandWords(language));
      expect(sentence).toContain('The argument is invalid.');
      expect(sentence).toContain('LAMBDA');
    }
    const taken = workbook(null, new Refusal('taken', 'There is a table "CIRCULARITY" already.'));
    expect(await runCommand(commands.AddShortNames, taken.desk, words)).toBe(
      'There is a table "CIRCULARITY" already.',
    );
  });
});

describe('association', () => {
  it('ties each id once, completes the event of a button, and needs none from a key', async () => {
    const tied = new Map<string, (event?: unknown) => unknown>();
    const said: string[] = [];
    associateCommands({
      associate: (id, action) => void tied.set(id, action as (event?: unknown) => unknown),
      desk: workbook('Deals[#All]').desk,
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
      desk: broken(),
      words: () => words,
      say: () => undefined,
    });
    await expect(action?.({ completed: () => completed++ })).rejects.toThrow('x is null');
    expect(completed).toBe(1);
  });
});
