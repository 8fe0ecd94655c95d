/** What the exit code of the command says. With several files it is the largest. */
export const exitCodes = {
  scored: 0,
  differs: 1,
  usage: 2,
  notDeals: 3,
  unreadable: 4,
  unsafe: 5,
  notChanged: 6,
  defect: 70,
  notWritten: 74,
  interrupted: 130,
} as const;

export const exitCodeMeanings: readonly (readonly [number, string])[] = [
  [exitCodes.scored, 'Done. A high score is not an error.'],
  [exitCodes.differs, 'Verified, and the figures in the report no longer match the deals.'],
  [
    exitCodes.usage,
    'Usage: an option or a value that Looplens does not know, or a name that is not in the workbook.',
  ],
  [exitCodes.notDeals, 'Read, but no sheet of deals was found in it: nothing was scored.'],
  [exitCodes.unreadable, 'The file is missing, may not be read, or is not a workbook or a CSV file.'],
  [exitCodes.unsafe, 'Refused for safety: the file asks for more memory or trust than the limits allow.'],
  [
    exitCodes.notChanged,
    'The workbook does not allow it: it is protected, has no report of Looplens, or one of a newer Looplens. Nothing was written.',
  ],
  [exitCodes.defect, 'A defect in Looplens. LOOPLENS_DEBUG=1 shows where.'],
  [exitCodes.notWritten, 'The output could not be written, for example because the disk is full.'],
  [exitCodes.interrupted, 'Interrupted (Ctrl-C).'],
];
