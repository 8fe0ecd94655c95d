/** The options of the commands: one table each for parsing, suggestions and help. */

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

const read: OptionGroup = {
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
};

const computed: OptionGroup = {
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
};

const printed: OptionGroup = {
  title: 'What is printed',
  options: [
    { name: 'format', value: 'FORMAT', help: 'text (default), json or csv' },
    { name: 'top', value: 'N', help: 'rows of each ranked list (default 10 in text, 20 in json and csv)' },
    { name: 'no-color', help: 'no colours; NO_COLOR=1 does the same' },
    { name: 'quiet', help: 'no progress line' },
    { name: 'help', help: 'this page' },
  ],
};

/** What is computed and stands in a report. */
const inReport: OptionGroup = {
  ...computed,
  options: computed.options.filter(({ name }) => name !== 'certificate'),
};

const written: OptionGroup = {
  title: 'What is written',
  options: [
    {
      name: 'output',
      value: 'FILE',
      help: 'the file to write; FILE itself only where it is named here',
    },
    { name: 'plan', help: 'list everything that would be written, cell by cell, and write nothing' },
    { name: 'no-comments', help: 'no comments on the rows that matter' },
    { name: 'no-highlight', help: 'no highlight on the rows that carry the circle' },
    { name: 'row-values', help: 'a column beside the table with what each row carries' },
    { name: 'hidden', help: 'let the report show content of hidden sheets and columns' },
    {
      name: 'top',
      value: 'N',
      help: 'rows of each ranked list of the report, and rows with a comment (default 50)',
    },
  ],
};

const besides: readonly Option[] = [
  { name: 'quiet', help: 'no progress line' },
  { name: 'help', help: 'this page' },
];

export const scoreOptions: readonly OptionGroup[] = [read, computed, printed];
export const annotateOptions: readonly OptionGroup[] = [
  read,
  inReport,
  { ...written, options: [...written.options, ...besides] },
];
/** `remove` and `verify` take from the workbook how it was annotated. */
export const removeOptions: readonly OptionGroup[] = [
  {
    title: 'Options',
    options: [
      ...written.options.slice(0, 1),
      { name: 'plan', help: 'list everything that would be taken away, and write nothing' },
      limitOption(),
      ...besides,
    ],
  },
];
export const verifyOptions: readonly OptionGroup[] = [
  {
    title: 'Options',
    options: [
      { name: 'financials', value: 'FILE', help: 'the company figures, where they were in another file' },
      limitOption(),
      ...besides,
    ],
  },
];

function limitOption(): Option {
  return {
    name: 'limit',
    value: 'NAME=VALUE',
    many: true,
    help: 'raise a safety limit for a file that you trust',
  };
}

export function optionsOf(groups: readonly OptionGroup[]): readonly Option[] {
  return groups.flatMap((group) => group.options);
}
