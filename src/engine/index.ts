/** The engine's only door: everything that other rooms may use is named here. */
export type { Area, Book, Cell, CellError, Grid, Sheet, Table } from './book';
export { gridOf, isCellError, plainSheet } from './book';
export * from './address';
