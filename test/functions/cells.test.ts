import fc from 'fast-check';
import { AnswerError, badInput, toHostError } from '../../src/functions/answerError';
import { answerTable } from '../../src/functions/answerCells';
import { functionsById } from '../../src/functions/associate';
import { withoutZeroBlanks } from '../../src/engine/blanks';
import { ContentDigest } from '../../src/functions/contentDigest';
import { isPlaceholder, numberIn } from '../../src/functions/numberText';
import { placeOf, spoken } from '../../src/functions/place';
import { plainCell } from '../../src/functions/plainCell';
import { vectors } from '../fixtures/vectors';

const deals = [
  ['Payer', 'Receiver', 'Amount', 'Kind', 'Probability'],
  ['Nvidia', 'OpenAI', 100, 'equity', 0.5],
  ['OpenAI', 'Oracle', 300, 'compute', null],
  ['Oracle', 'Nvidia', 40, 'purchase', 1],
] as const;

const ask = async (id: string, ...values: unknown[]) => functionsById[id](...values, {});
const errorOf = (answer: Promise<unknown>) => answer.catch((error: unknown) => error);
const text = (value: string) => ({ type: 'String', basicType: 'String', basicValue: value });
const entity = (name: string) => ({
  type: 'Entity',
  text: name,
  basicType: 'Error',
  basicValue: '#VALUE!',
  properties: { Price: { type: 'Double', basicValue: 1 } },
});

function contentDigest(rows: readonly (readonly unknown[])[]): string {
  const digest = new ContentDigest();
  rows.forEach((row) => digest.add(row));
  return digest.text();
}

describe('cells as Excel hands them over', () => {
  it('data types give the value that the user sees', () => {
    expect(plainCell({ type: 'FormattedNumber', basicValue: 12.5, numberFormat: '$0.00' })).toBe(12.5);
    expect(plainCell({ type: 'Double', basicValue: 3 })).toBe(3);
    expect(plainCell({ type: 'Boolean', basicValue: true })).toBe(true);
    expect(plainCell(text('Nvidia'))).toBe('Nvidia');
    expect(plainCell(entity('Nvidia Corp'))).toBe('Nvidia Corp');
    expect(plainCell({ type: 'Empty' })).toBeNull();
  });

  it('errors come in three shapes and are one', () => {
    expect(plainCell({ type: 'Error', basicType: 'Error', basicValue: '#N/A' })).toEqual({ error: '#N/A' });
    expect(plainCell({ type: 'CustomFunctionError', code: '#DIV/0!' })).toEqual({ error: '#DIV/0!' });
    expect(plainCell(badInput('no'))).toEqual({ error: '#VALUE!' });
    expect(plainCell({ type: 'WebImage', basicType: 'Error', basicValue: '#VALUE!' })).toEqual({
      error: '#VALUE!',
    });
    expect(plainCell({ anything: 'else' })).toEqual({ error: '#VALUE!' });
    expect(plainCell(Infinity)).toEqual({ error: '#NUM!' });
  });

  it('a table of data types answers as the table of their values', async () => {
    const rich = deals.map((row, at) =>
      row.map((cell) => {
        if (at === 0 || cell === null) return cell;
        return typeof cell === 'number'
          ? { type: 'Double', basicValue: cell }
          : cell.startsWith('O')
            ? entity(cell)
            : text(cell);
      }),
    );
    expect(await ask('PARTIES', rich, null)).toEqual(await ask('PARTIES', deals, null));
  });

  it.each([
    ['null', null],
    ['an empty text', ''],
    ['undefined', undefined],
    ['an empty cell', { type: 'Empty' }],
  ])('an empty cell may come as %s', async (_, blank) => {
    const given = [...deals, [null, null, null, null, null]].map((row) =>
      row.map((cell) => (cell === null ? blank : cell)),
    );
    expect(await ask('CIRCULARITY', given, 'expected', null)).toEqual(
      await ask('CIRCULARITY', deals, 'expected', null),
    );
  });

  it('or as 0, where the host writes 0 for every empty cell', async () => {
    const sheet = [
      ['Payer', 'Receiver', 'Amount', 'Kind', 'Status', 'Probability', 'Date'],
      ['A', 'B', 100, 'equity', 'signed', 0.5, '2025-01-01'],
      ['B', 'A', 40, 'purchase', null, null, null],
      [null, null, null, null, null, null, null],
      ['B', 'C', null, 'purchase', 'closed', null, null],
    ];
    const zeros = sheet.map((row) => row.map((cell) => cell ?? 0));
    for (const basis of ['headline', 'expected', 'firm']) {
      expect(await ask('CIRCULARITY', zeros, basis, null)).toEqual(
        await ask('CIRCULARITY', sheet, basis, null),
      );
    }
    expect(await ask('PARTIES', zeros, null)).toEqual(await ask('PARTIES', sheet, null));
    expect(await ask('ROW_SCORE'.replace('_', ''), zeros, null)).toHaveLength(5);
  });

  it('a 0 that was typed stays one beside cells that are empty', () => {
    const rows = [
      ['a', 0, null],
      ['b', 0, 3],
    ];
    expect(withoutZeroBlanks(rows)).toBe(rows);
    expect(
      withoutZeroBlanks([
        ['a', 1],
        [0, 0],
      ]),
    ).toEqual([
      ['a', 1],
      [null, null],
    ]);
  });

  it('skipped arguments and the arguments of an older signature are the same', async () => {
    const full = await ask('CIRCULARITY', deals, null, null);
    expect(await ask('CIRCULARITY', deals)).toEqual(full);
    expect(await functionsById['CIRCULARITY'](deals)).toEqual(full);
    expect(await ask('CIRCULARITY', deals, '', null)).toEqual(full);
    expect(await ask('CIRCULARITY', deals, 'headline', [['AWS', 'Amazon']])).toEqual(full);
  });

  it('a party may stand in a cell of any kind', async () => {
    expect(await ask('ROUNDTRIP', deals, [['nvidia']], null, null)).toEqual([[40]]);
    expect(await ask('ROUNDTRIP', deals, entity('ＮＶＩＤＩＡ'), null, null)).toEqual([[40]]);
    expect(await errorOf(ask('ROUNDTRIP', deals, [['a'], ['b']], null, null))).toMatchObject({
      code: '#VALUE!',
      message: 'The party must be one cell, not a range.',
    });
    expect(
      await errorOf(ask('ROUNDTRIP', deals, { type: 'Error', basicValue: '#REF!' }, null, null)),
    ).toMatchObject({
      message: 'The party is the error #REF!.',
    });
  });

  it('names that are properties of every object are parties like any other', async () => {
    const odd = [
      ['From', 'To', 'Amount'],
      ['__proto__', 'constructor', 5],
      ['constructor', '__proto__', 5],
    ];
    expect(await ask('ROUNDTRIP', odd, '__proto__', null, null)).toEqual([[5]]);
    expect(await errorOf(ask('ROUNDTRIP', odd, 'toString', null, null))).toMatchObject({ code: '#N/A' });
  });
});

describe('places', () => {
  it('an address gives sheet and corner, whatever its quotes', () => {
    expect(placeOf("'My sheet'!$B$3:$F$9")).toEqual({ sheet: 'My sheet', top: 2, left: 1 });
    expect(placeOf("'It''s'!A1")).toEqual({ sheet: "It's", top: 0, left: 0 });
    expect(placeOf('[Book1.xlsx]Deals!A:H')).toEqual({ sheet: 'Deals', top: 0, left: 0 });
  });

  it('a range without an address is told by row and column', async () => {
    const bad = deals.map((row) => [...row] as unknown[]);
    bad[2][2] = '12,5O';
    expect(await errorOf(ask('CIRCULARITY', bad, null, null))).toMatchObject({
      message: 'Amount "12,5O" is not a number (row 3, column 3 of the range).',
    });
    const at = { parameterAddresses: ["'Deal ledger'!C11:G14"] };
    expect(await errorOf(functionsById['CIRCULARITY'](bad, null, null, at))).toMatchObject({
      message: `Amount "12,5O" is not a number ('Deal ledger'!E13).`,
    });
    expect(await errorOf(ask('CIRCULARITY', [[null]], null, null))).toMatchObject({
      message: 'There are no rows of deals in row 1, column 1 of the range (row 1, column 1 of the range).',
    });
  });

  it('rows of a loop are rows of the sheet where Excel tells them', async () => {
    const at = { parameterAddresses: ['Deals!C11:G14'] };
    const [, loop] = await functionsById['LOOPS'](deals, null, null, null, null, at);
    expect(loop[6]).toBe('12, 13, 14');
  });

  it('a sentence of another sheet is left alone', () => {
    expect(spoken('Amount is empty (Deals!C4).')).toBe('Amount is empty (Deals!C4).');
  });
});

describe('numbers as text', () => {
  it.each([
    ['1,234.5', 1234.5],
    [' 12 ', 12],
    ['(250)', -250],
    ['\u22123', -3],
    ['35 %', 0.35],
    ['１２', 12],
    ['.5', 0.5],
    ['1.2E3', 1200],
  ])('%s is a number', (given, number) => {
    expect(numberIn(given)).toBe(number);
  });

  it.each(['', '12,5O', '1,23', '1.2.3', '--1', '1e999x', 'USD 5', '0x10', 'Infinity'])(
    '%s is none',
    (given) => {
      expect(numberIn(given)).toBeNaN();
    },
  );

  it.each(['-', 'n/a', 'N.A.', '미정', '—'])('%s stands for no figure', (given) => {
    expect(isPlaceholder(given)).toBe(true);
  });
});

describe('answers', () => {
  it('hold nothing that Excel would show as 0 or an error', () => {
    expect(answerTable(['a'], [[null], [NaN], [Infinity], [0], ['x']])).toEqual([
      ['a'],
      [''],
      [''],
      [''],
      [0],
      ['x'],
    ]);
  });

  it('are cells of numbers and texts, for any small table of deals', async () => {
    const name = fc.constantFrom('A', 'B', 'C', 'D');
    const row = fc.tuple(name, name, fc.integer({ min: 0, max: 50 }), fc.constantFrom('equity', 'purchase'));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const table = [['From', 'To', 'Amount', 'Kind'], ...rows];
        for (const [id, ...args] of [['PARTIES'], ['LOOPS'], ['ROWSCORE'], ['STRESS', 0.5]] as const) {
          const answer = await errorOf(ask(id, table, ...args));
          if (answer instanceof AnswerError) continue;
          const cells = (answer as unknown[][]).flat();
          expect(cells.every((cell) => typeof cell === 'string' || Number.isFinite(cell))).toBe(true);
        }
      }),
      { seed: 20251216, numRuns: 60 },
    );
  });

  it('a defect is told as #VALUE! with its text, and never swallowed', () => {
    expect(toHostError(new Error('The circulation could not be proved'))).toMatchObject({
      code: '#VALUE!',
      message: 'Looplens failed on this input: The circulation could not be proved',
    });
  });

  it.each(vectors.map((vector) => [vector.id, vector] as const))(
    '%s is answered as published',
    async (_, vector) => {
      const { graph, amount, parties, expected } = vector;
      const rows: unknown[][] = [['From', 'To', 'Amount (units)']];
      amount.forEach((value, row) => {
        const arc = graph.arcOfRow[row];
        if (arc >= 0) rows.push([parties[graph.tail[arc]], parties[graph.head[arc]], value]);
      });
      const [[share]] = await ask('CIRCULARITY', rows, null, null);
      expect(share).toBeCloseTo(expected.share, 14);
    },
  );
});

describe('the digest of a range', () => {
  const cell = fc.oneof(
    fc.constantFrom(null, '', undefined, true, false, 0, 1, 'A', 'AB', 'B', 12.5),
    fc.string({ maxLength: 4 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 });
  const plain = (rows: readonly (readonly unknown[])[]) =>
    JSON.stringify(rows.map((row) => row.map((value) => plainCell(Object.is(value, -0) ? 0 : value))));

  it('is the same for the same cells, and another for others', () => {
    fc.assert(
      fc.property(table, table, (a, b) => {
        expect(contentDigest(a)).toBe(contentDigest(a.map((row) => [...row])));
        expect(contentDigest(a) === contentDigest(b)).toBe(plain(a) === plain(b));
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('tells where a text and a row begin', () => {
    const digests = [
      [['ab', 'c']],
      [['a', 'bc']],
      [['a'], ['bc']],
      [['a', 'bc', null]],
      [['1']],
      [[1]],
      [[true]],
      [[{ type: 'Error', basicValue: '#N/A' }]],
      [['#N/A']],
    ].map(contentDigest);
    expect(new Set(digests).size).toBe(digests.length);
  });
});
