/** What the engine offers. The only door: everything behind it may move. */
export type { Area, Book, Cell, CellError, CellFormula, DefinedName, Grid, Sheet, Table } from './book';
export { gridOf, isCellError, plainSheet } from './book';
export { areaAddress, cellAddress, columnLetters, parseArea, quotedSheet } from './address';
export type * from './analysis';
export type { DealClass, DealRole, FinancialRole } from './ledger/types';
export { headingsFrom, noHeading } from './ledger/headingRow';
export { analysisSchema, bases } from './analysis';
export { refusalCodes, type RefusalCode } from './refusals';
export { digestOfTexts } from './digest';
export { version } from './version';
export { analyze } from './analyze';
export type { Sentences } from './sentence';
export type { AnalyzeOptions, AnalyzeOutcome, AnalyzeRefusal } from './analyze';
export type { WhatIf } from './whatIf';
export { readDealRange, rangeSheet } from './dealRange';
export type { DealRangeOutcome, RangeOfCells } from './dealRange';
export { DealSheet, readDealSheet } from './dealSheet';
export type { ClosingRange, DealSheetOutcome, Figures, FiguresOutcome, StressedParty } from './dealSheet';
export { commitmentCoverage, externalDemand, monetizationGap } from './measures/capex/commitments';
export { capexCoverage, cashFromRevenue } from './measures/capex/coverage';
export { capexIntensity } from './measures/capex/intensity';
export { paybackOfYears } from './measures/capex/payback';
export { requiredRevenue } from './measures/capex/requiredRevenue';
export {
  driverRules,
  exposedFloor,
  material,
  pillarWeights,
  rules,
  unstatedSizeFloor,
  type DriverRule,
} from './score/thresholds';
