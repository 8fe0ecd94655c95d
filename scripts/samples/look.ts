/** The look of the samples: one accent, quiet rules, numbers with their decimals in line. */
import type { Style } from './xlsx/styles';

export const TEAL = '0B5C63';
export const GREY = '8A9AA0';
const rule = 'DDE4E6';
const paper = 'FFF6DF';

const row: Style = { down: 'top', rule };
/** At the top of a high row: the filter buttons sit at the bottom. */
const heading: Style = { bold: true, colour: 'FFFFFF', fill: TEAL, wrap: true, down: 'top' };
/** Keeps a number off the text of the next column. */
const right = { across: 'right', indent: 1 } as const;

export const look = {
  heading,
  text: { ...row, wrap: true },
  /** Text that may begin with a sign: stays text when it is edited. */
  note: { ...row, wrap: true, format: '@', across: 'left', indent: 1 },
  oneLine: row,
  code: { ...row, across: 'center' },
  date: { ...row, across: 'left', format: 'yyyy-mm-dd' },
  /** US dollars in billions: the unit stands in the heading, the decimals stand in line. */
  money: { ...row, ...right, format: '#,##0.0???' },
  percent: { ...row, ...right, format: '0%' },
  number: { ...row, ...right },
  link: { ...row, colour: TEAL, underline: true },
  title: { bold: true, size: 20, colour: TEAL },
  lead: { size: 12, wrap: true, down: 'top', across: 'left', indent: 1 },
  section: { bold: true, size: 13, colour: TEAL, rule: TEAL, down: 'bottom' },
  label: { bold: true, wrap: true, down: 'top' },
  body: { wrap: true, down: 'top', across: 'left', indent: 1 },
  bodyLink: { wrap: true, down: 'top', colour: TEAL, underline: true },
} as const satisfies Record<string, Style>;

/** The same style on the paper of an example, which the user writes over. */
export function asExample(style: Style): Style {
  return { ...style, fill: paper, italic: true };
}
