import { until } from '../until';
import type { ContractPart } from './page';

export const functions: ContractPart = (page) => {
  describe('custom functions', () => {
    it('many calls at once go out together and each gets its own answer', async () => {
      page().CustomFunctions.associate('ADD', (a: number, b: number) => a + b);
      const answers = await Promise.all(
        Array.from({ length: 500 }, (_, index) => page().host.invokeFunction('add', [index, 1])),
      );
      expect(answers[499]).toEqual({ value: 500 });
      expect(page().host.functions.open).toBe(0);
    });

    it('rows go in and come out as rows; a missing value shows as 0', async () => {
      page().CustomFunctions.associate('TWICE', (cells: (number | null)[][]) =>
        cells.map((row) => row.map((cell) => (cell === null ? null : cell * 2))),
      );
      expect(
        await page().host.invokeFunction('TWICE', [
          [
            [1, 2],
            [3, null],
          ],
        ]),
      ).toEqual({
        value: [
          [2, 4],
          [6, 0],
        ],
      });
    });

    it('an answer above 5 MB is an error with a sentence, and those beside it arrive', async () => {
      const { CustomFunctions, host } = page();
      CustomFunctions.associate('LARGE', () => [['x'.repeat(5 * 1024 * 1024)]]);
      CustomFunctions.associate('SMALL', () => 'small');
      const [large, small] = await Promise.all([
        host.invokeFunction('LARGE', []),
        host.invokeFunction('SMALL', []),
      ]);
      expect(large).toEqual({ error: '#VALUE!', message: 'The answer of "LARGE" is larger than 5 MB.' });
      expect(small).toEqual({ value: 'small' });
      expect(host.functions.open).toBe(0);
    });

    it.each([
      ['notAvailable', '#N/A', 'no deals'],
      ['invalidValue', '#VALUE!', 'no amount'],
      ['divisionByZero', '#DIV/0!', ''],
      ['invalidNumber', '#NUM!', ''],
      ['nullReference', '#NULL!', ''],
    ] as const)('a thrown error %s is %s', async (code, shown, message) => {
      page().CustomFunctions.associate(`FAIL_${code}`, () => {
        throw message === ''
          ? new (page().CustomFunctions.Error)(page().CustomFunctions.ErrorCode[code])
          : new (page().CustomFunctions.Error)(page().CustomFunctions.ErrorCode[code], message);
      });
      const answer = await page().host.invokeFunction(`FAIL_${code}`, []);
      expect(answer).toMatchObject({ error: shown });
      if (message !== '') expect(answer).toMatchObject({ message });
    });

    it('an ordinary exception, a rejected promise and an unknown function are #VALUE!', async () => {
      page().CustomFunctions.associate('THROWS', () => {
        throw new TypeError('x');
      });
      page().CustomFunctions.associate('REJECTS', () => Promise.reject(new Error('x')));
      for (const name of ['THROWS', 'REJECTS', 'NOBODY']) {
        expect(await page().host.invokeFunction(name, [])).toMatchObject({ error: '#VALUE!' });
      }
    });

    it('errors in a result stay in their cell', async () => {
      page().CustomFunctions.associate('MIXED', () => [
        [1, new (page().CustomFunctions.Error)(page().CustomFunctions.ErrorCode.notAvailable)],
      ]);
      const answer = await page().host.invokeFunction('MIXED', []);
      expect(answer).toEqual({ value: [[1, { error: '#N/A' }]] });
    });

    it('an error among the arguments keeps a function that cannot take it from being called', async () => {
      let calls = 0;
      page().CustomFunctions.associate('COUNTED', (cells: unknown[][]) => {
        calls++;
        return cells[0][1] instanceof page().CustomFunctions.Error ? 'an error' : 'no error';
      });
      const given = [[[1, { error: '#DIV/0!' }]]];
      expect(await page().host.invokeFunction('COUNTED', given)).toEqual({ error: '#DIV/0!', message: '' });
      expect(calls).toBe(0);
      expect(await page().host.invokeFunction('COUNTED', given, { allowErrors: true })).toEqual({
        value: 'an error',
      });
    });

    it('addresses reach the invocation', async () => {
      page().CustomFunctions.associate(
        'WHERE',
        (_: unknown, invocation: CustomFunctions.Invocation) =>
          `${invocation.address ?? ''} of ${invocation.parameterAddresses?.[0] ?? ''}`,
      );
      const options = { address: 'Deals!B2', parameterAddresses: ['Deals!A1:C9'] };
      expect(await page().host.invokeFunction('WHERE', [1], options)).toEqual({
        value: 'Deals!B2 of Deals!A1:C9',
      });
    });

    it('a cancelled call tells the function and answers at once', async () => {
      let cancelled = false;
      page().CustomFunctions.associate('SLOW', (invocation: CustomFunctions.CancelableInvocation) => {
        invocation.onCanceled = () => {
          cancelled = true;
        };
        return new Promise(() => undefined);
      });
      const stop = new AbortController();
      const answer = page().host.invokeFunction('SLOW', [], { cancelable: true, signal: stop.signal });
      await until(
        () => page().host.functions.open,
        (open) => open === 1,
      );
      await new Promise((resolve) => setTimeout(resolve, 10));
      stop.abort();
      expect(await answer).toMatchObject({ error: '#VALUE!' });
      await until(
        () => cancelled,
        (seen) => seen,
      );
      expect(page().host.functions.open).toBe(0);
    });

    it('formatted numbers and entities show what they stand for', async () => {
      page().CustomFunctions.associate('PRICE', () => ({
        type: 'FormattedNumber',
        basicValue: 12.5,
        numberFormat: '$0.00',
      }));
      page().CustomFunctions.associate('PARTY', () => ({
        type: 'Entity',
        text: 'Nvidia',
        basicType: 'Error',
        basicValue: '#VALUE!',
        properties: {},
      }));
      expect(await page().host.invokeFunction('PRICE', [])).toEqual({ value: 12.5, numberFormat: '$0.00' });
      expect(await page().host.invokeFunction('PARTY', [])).toEqual({ value: 'Nvidia' });
    });
  });
};
