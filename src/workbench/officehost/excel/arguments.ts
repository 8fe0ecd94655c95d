/** Arguments of methods, checked. */
import type { Area } from '../../../engine/index';
import { HostError } from '../core/errors';
import { HostObject, type Session } from '../core/objects';
import { parseAddress } from './address';
import { findSheet } from './sheets';

/** A rectangle of one sheet. */
export interface Cells {
  readonly sheet: string;
  readonly area: Area;
}

/** The rectangle that a Range object stands for; anything else is an invalid argument. */
export function cellsOf(given: unknown): Cells {
  if (given instanceof HostObject && given.type === 'Range' && 'sheet' in given && 'area' in given) {
    return { sheet: String(given.sheet), area: given.area as Area };
  }
  throw new HostError('InvalidArgument');
}

/** A Range, or an address such as 'Deals!A1:C9' or 'A1:C9' (then of `sheet`). */
export function cellsOrAddress(session: Session, given: unknown, sheet: string): Cells {
  if (typeof given !== 'string') return cellsOf(given);
  const parsed = parseAddress(given);
  if (parsed === null) throw new HostError('InvalidArgument');
  if (parsed.sheet === null) return { sheet, area: parsed.area };
  const found = findSheet(session, parsed.sheet);
  if (found === null) throw new HostError('InvalidArgument');
  return { sheet: found.id, area: parsed.area };
}

/** A number, or what stands for a missing one. */
export function numberAt(given: readonly unknown[], index: number, otherwise: number): number {
  const value = given[index] ?? otherwise;
  if (typeof value !== 'number') throw new HostError('InvalidArgument');
  return value;
}

export function textAt(given: readonly unknown[], index: number): string {
  const value = given[index];
  if (typeof value !== 'string' || value === '') throw new HostError('InvalidArgument');
  return value;
}
