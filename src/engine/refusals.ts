/** Why a workbook is not analysed: every code there is, so that whoever words them can be held to all. */
export const refusalCodes = [
  'empty',
  'no-deal-table',
  'no-such-table',
  'no-such-sheet',
  'no-such-range',
  'no-amount-column',
  'no-party-columns',
  'owner-needed',
  'mixed-currencies',
  'no-deals',
  'amounts-too-large',
  'no-figures',
  'no-financial-columns',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];
