/** The classes of Excel that have a meaning of their own here, put together. */
import type { Makers, Session } from '../core/objects';
import { HostObject } from '../core/objects';
import { PlainCollection } from './collections';
import { Range } from './range';
import { RangeAreas } from './rangeAreas';
import { Table } from './tables';
import { Workbook } from './workbook';
import { Worksheet } from './worksheet';

/** Objects are handles: making one twice gives the same thing. */
export function makersOf(session: () => Session): Makers {
  return {
    workbook: () => new Workbook(session()),
    worksheet: (id) => new Worksheet(session(), id),
    range: (sheet, area) => new Range(session(), sheet, area),
    rangeAreas: (sheet, areas) => new RangeAreas(session(), sheet, areas),
    table: (id) => new Table(session(), id),
    plain(type, key) {
      const plain = new HostObject(session(), type, key);
      return plain.meta.collection ? new PlainCollection(session(), type, key) : plain;
    },
  };
}
