/** The records of a zip file (PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12 and 4.3.16), for whoever writes one. */

/** What both headers of an entry say. */
export interface ZipHeader {
  readonly name: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  /** Bit 11: the name is UTF-8. */
  readonly flags: number;
  /** MS-DOS time and date. */
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
}

const VERSION = 20;

/** Stands before the data of an entry, with its name. */
export function localRecord(header: ZipHeader): Uint8Array {
  return record([[0x04034b50, 4], ...common(header)], header.name);
}

/** Stands in the directory, with its name. `offset` is where the local record begins. */
export function directoryRecord(header: ZipHeader, offset: number, attributes = 0): Uint8Array {
  return record(
    [[0x02014b50, 4], [VERSION, 2], ...common(header), [0, 2], [0, 2], [0, 2], [attributes, 4], [offset, 4]],
    header.name,
  );
}

/** Ends the file. */
export function endRecord(entries: number, directorySize: number, directoryOffset: number): Uint8Array {
  return record(
    [
      [0x06054b50, 4],
      [0, 2],
      [0, 2],
      [entries, 2],
      [entries, 2],
      [directorySize, 4],
      [directoryOffset, 4],
      [0, 2],
    ],
    new Uint8Array(0),
  );
}

type Field = readonly [value: number, bytes: 2 | 4];

function common({ name, method, flags, time, date, crc, packed, unpacked }: ZipHeader): Field[] {
  return [
    [VERSION, 2],
    [flags, 2],
    [method, 2],
    [time, 2],
    [date, 2],
    [crc, 4],
    [packed, 4],
    [unpacked, 4],
    [name.length, 2],
    [0, 2],
  ];
}

/** Little-endian fields, one after the other, and bytes behind them. */
function record(fields: readonly Field[], behind: Uint8Array): Uint8Array {
  const size = fields.reduce((sum, [, bytes]) => sum + bytes, 0);
  const out = new Uint8Array(size + behind.length);
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  out.set(behind, size);
  return out;
}
