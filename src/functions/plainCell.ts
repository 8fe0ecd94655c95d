/**
 * A cell as Excel hands it to a function -> a cell of the engine.
 *
 * Empty cells come as null, '' or undefined (and on some hosts as 0: see blanks.ts). A cell with an error comes as a
 * CustomFunctions.Error ({ code }) or as { type: 'Error', basicValue: '#N/A' }. A data type comes as an object: numbers with a
 * format, texts and truth values carry `basicValue`; entities carry the `text` that the user sees in the cell.
 */
import type { Cell } from '../engine/index';

export function plainCell(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
      return value === '' ? null : value;
    case 'number':
      return Number.isFinite(value) ? value : { error: '#NUM!' };
    case 'boolean':
      return value;
    case 'object':
      return value === null ? null : fromObject(value);
    case 'undefined':
      return null;
    default:
      return { error: '#VALUE!' };
  }
}

function fromObject(value: object): Cell {
  const type = textAt(value, 'type');
  const code = textAt(value, 'code');
  if (type === 'Empty') return null;
  if (type === 'Error') return { error: textAt(value, 'basicValue') ?? '#VALUE!' };
  if (code !== null) return { error: code };
  const text = textAt(value, 'text');
  // The basic value of an entity is the error that hosts without data types show.
  if (text !== null && type !== 'String') return text;
  const basic: unknown = Reflect.get(value, 'basicValue');
  if (typeof basic === 'object' || basic === undefined || type === null) return { error: '#VALUE!' };
  return textAt(value, 'basicType') === 'Error' ? { error: String(basic) } : plainCell(basic);
}

function textAt(value: object, key: string): string | null {
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' ? found : null;
}
