/** Bytes put together, and bytes with some of them replaced. */

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

export interface ByteEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const CHUNK = 1 << 16;

/** What is put in comes before what replaces; edits of one place keep the order in which they were made; one inside a piece that is gone goes with it. */
export function splicedBytes(bytes: Uint8Array, edits: readonly ByteEdit[]): Uint8Array {
  const order = edits
    .map((_, index) => index)
    .sort((a, b) => edits[a].from - edits[b].from || width(edits[a]) - width(edits[b]) || a - b);
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let text = '';
  let at = 0;
  const flush = (): void => {
    if (text !== '') pieces.push(encoder.encode(text));
    text = '';
  };
  for (const index of order) {
    const edit = edits[index];
    if (edit.from < at) continue;
    if (edit.from > at) {
      flush();
      pieces.push(bytes.subarray(at, edit.from));
    }
    text += edit.text;
    if (text.length > CHUNK) flush();
    at = edit.to;
  }
  flush();
  pieces.push(bytes.subarray(at));
  return joined(pieces);
}

function width({ from, to }: ByteEdit): number {
  return to > from ? 1 : 0;
}
