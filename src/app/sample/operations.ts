/** The sample as changes of a workbook: two sheets, their cells, formats and tables. Written from data/ by `npm run samples`. */
import type { Area } from '../../engine/index';
import type { Operation } from '../../workbook/port';
import sample from './ai-deals.json';

type Value = string | number | null;

export interface SampleSheet {
  readonly about: {
    readonly sheet: string;
    readonly table: string;
    /** One for each column; null: none of its own. */
    readonly formats: readonly (string | null)[];
  };
  /** The heading first. Dates are serial numbers of the 1900 system. */
  readonly rows: readonly (readonly Value[])[];
}

export const sampleDeals: SampleSheet = sample.deals;
export const sampleFigures: SampleSheet = sample.figures;

/** Where a sheet of the sample goes. */
export interface SamplePlace {
  readonly sheet: string;
  readonly table: string;
}

/** Days from 1899-12-30 to 1904-01-01. */
const days1904 = 1_462;

export function sheetOperations({ about, rows }: SampleSheet, { sheet, table }: SamplePlace): Operation[] {
  const area: Area = { top: 0, left: 0, bottom: rows.length - 1, right: rows[0].length - 1 };
  const formats = about.formats.flatMap((format, column): Operation[] => {
    if (format === null) return [];
    const below: Area = { top: 1, left: column, bottom: area.bottom, right: column };
    return [{ kind: 'number-formats', sheet, area: below, formats: rows.slice(1).map(() => [format]) }];
  });
  return [
    { kind: 'add-sheet', sheet },
    { kind: 'write', sheet, area, cells: rows },
    ...formats,
    { kind: 'add-table', sheet, area, name: table },
  ];
}

/** Dates of a sheet that is there, for a workbook that counts from 1904. */
export function datesFrom1904({ about, rows }: SampleSheet, sheet: string): Operation[] {
  return about.formats.flatMap((format, column): Operation[] => {
    if (format !== 'yyyy-mm-dd') return [];
    const cells = rows.slice(1).map((row) => {
      const date = row[column];
      return [typeof date === 'number' ? date - days1904 : date];
    });
    return [
      { kind: 'write', sheet, area: { top: 1, left: column, bottom: rows.length - 1, right: column }, cells },
    ];
  });
}
