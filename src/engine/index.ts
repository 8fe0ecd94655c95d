/** What the engine offers. The only door: everything behind it may move. */
export type { Area, Book, Cell, CellError, Grid, Sheet, Table } from './book';
export { gridOf, isCellError, plainSheet } from './book';
export { areaAddress, cellAddress, columnLetters, parseArea, quotedSheet } from './address';
export type * from './analysis';
export { analysisSchema, bases } from './analysis';
export { analyze } from './analyze';
export type { AnalyzeOptions, AnalyzeOutcome, AnalyzeRefusal } from './analyze';
export {
  driverRules,
  exposedFloor,
  material,
  pillarWeights,
  rules,
  unstatedSizeFloor,
  type DriverRule,
} from './score/thresholds';
