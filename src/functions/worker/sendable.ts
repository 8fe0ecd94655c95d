/** Cells as they can be cloned, and are read there as they would be here: an error of Excel is an instance of a class. */
import { plainCell } from '../plainCell';

export function sendable(cell: unknown): unknown {
  if (typeof cell !== 'object' || cell === null) return cell;
  const plain = plainCell(cell);
  return typeof plain === 'object' && plain !== null ? { type: 'Error', basicValue: plain.error } : plain;
}
