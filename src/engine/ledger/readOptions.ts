/** What a caller says about the table to be read. */
import type { Area } from '../book';
import type { DealRole } from './types';

export interface ReadOptions {
  /** Spelling -> party name, both as typed. */
  readonly aliases?: ReadonlyMap<string, string>;
  /** Absolute column -> role, a user's correction; null: not used. */
  readonly roles?: ReadonlyMap<number, DealRole | null>;
  /** Absolute row, a user's correction. */
  readonly headingRow?: number;
  /** Currency of a sheet that does not say; in a sheet of several, the one to keep. */
  readonly currency?: string;
  /** Only deals dated wholly within; undated rows are then left out. Days since 1970-01-01. */
  readonly include?: { readonly firstDay?: number; readonly lastDay?: number };
  /** The party that keeps the sheet, for sheets with one counterparty column and a direction flag. */
  readonly owner?: string;
}

export interface Where {
  readonly sheet: number;
  readonly area: Area;
  readonly table: string | null;
  readonly headingRows?: number;
  readonly totalsRows?: number;
}
