/** The options of `looplens score`: one table for parsing, suggestions and help. */

export interface Option {
  readonly name: string;
  /** What stands for the value in the help; none: a switch. */
  readonly value?: string;
  readonly many?: true;
  readonly help: string;
}

export interface OptionGroup {
  readonly title: string;
  readonly options: readonly Option[];
}

export const optionGroups: readonly OptionGroup[] = [
  {
    title: 'What is read',
    options: [
      {
        name: 'sheet',
        value: 'NAME',
        help: 'the sheet with the deals; otherwise the best table of all sheets',
      },
      { name: 'table', value: 'NAME', help: 'the Excel table with the deals' },
      { name: 'range', value: 'A1:H90', help: 'the cells with the deals, with or without Sheet!' },
      {
        name: 'financials',
        value: 'WHERE',
        help: 'revenue and capex of the companies: a table, a sheet, a range or another file',
      },
      {
        name: 'aliases',
        value: 'FILE',
        help: 'two columns, spelling and name: which spellings are one party',
      },
      {
        name: 'currency',
        value: 'CODE',
        help: 'the currency of a sheet that does not say; in a sheet of several, the one that is read',
      },
      {
        name: 'owner',
        value: 'NAME',
        help: 'whose sheet it is, where each row names one counterparty and a direction',
      },
      { name: 'since', value: 'DATE', help: 'only deals from this day on (2025-01-31, 2025-01 or 2025)' },
      { name: 'until', value: 'DATE', help: 'only deals until this day, the day included' },
      {
        name: 'limit',
        value: 'NAME=VALUE',
        many: true,
        help: 'raise a safety limit for a file that you trust',
      },
    ],
  },
  {
    title: 'What is computed',
    options: [
      { name: 'basis', value: 'BASIS', help: 'headline (default), expected or firm amounts' },
      { name: 'max-legs', value: 'N', help: 'legs of a loop at most, 2 to 12 (default 6)' },
      { name: 'window', value: 'MONTHS', help: 'months within which a loop in time closes (default 12)' },
      {
        name: 'cut',
        value: 'SHARE',
        help: 'share of funding cut in the stress (default 0.78, the dot-com fall)',
      },
      {
        name: 'draws',
        value: 'N',
        help: 'draws for the range of circularity; 0 leaves it out (default 1000)',
      },
      { name: 'seed', value: 'N', help: 'seed of the draws (default 1): same seed, same range' },
      { name: 'certificate', help: 'add the proof of the circulating amount: ranks and flows' },
    ],
  },
  {
    title: 'What is printed',
    options: [
      { name: 'format', value: 'FORMAT', help: 'text (default), json or csv' },
      { name: 'top', value: 'N', help: 'rows of each ranked list (default 10 in text, 20 in json and csv)' },
      { name: 'no-color', help: 'no colours; NO_COLOR=1 does the same' },
      { name: 'quiet', help: 'no progress line' },
      { name: 'help', help: 'this page' },
    ],
  },
];

export const options: readonly Option[] = optionGroups.flatMap((group) => group.options);
