/** Parts in other encodings than UTF-8, turned into UTF-8: the scanners know no other. */
import type { Opening } from './opening';

type Decoder = InstanceType<typeof TextDecoder>;

/** Enough for an XML declaration. */
const HEAD = 256;

/** The encoding of an XML part: its byte order mark, its first bytes, or its declaration (XML 1.0, appendix F). */
function xmlEncoding(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  const text = new TextDecoder('latin1').decode(head.subarray(0, HEAD));
  const declared = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(text);
  const label = declared === null ? 'utf-8' : declared[1].toLowerCase();
  // A declaration that can be read byte by byte cannot be of UTF-16.
  return label === 'us-ascii' || label.startsWith('utf-16') ? 'utf-8' : label;
}

function xmlDecoder(head: Uint8Array, part: string, opening: Opening): Decoder {
  const encoding = xmlEncoding(head);
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw opening.broken(part, `an unknown encoding "${encoding}"`);
  }
}

/** The bytes of a part as UTF-8, passed through where they are UTF-8 already. */
export async function* utf8Chunks(
  chunks: AsyncIterable<Uint8Array>,
  part: string,
  opening: Opening,
): AsyncGenerator<Uint8Array> {
  let decoder: Decoder | null = null;
  let sniffed = false;
  let head: Uint8Array | null = null;
  const encoder = new TextEncoder();
  for await (let chunk of chunks) {
    if (!sniffed) {
      // A first chunk of a few bytes says too little: wait for a declaration's worth.
      if (head !== null) chunk = joined(head, chunk);
      if (chunk.length < HEAD) {
        head = chunk.slice();
        continue;
      }
      head = null;
      sniffed = true;
      const found = xmlDecoder(chunk, part, opening);
      decoder = found.encoding === 'utf-8' ? null : found;
    }
    yield decoder === null ? chunk : encoder.encode(decoded(decoder, chunk, true, part, opening));
  }
  if (head !== null) {
    const found = xmlDecoder(head, part, opening);
    yield found.encoding === 'utf-8' ? head : encoder.encode(decoded(found, head, false, part, opening));
  } else if (decoder !== null) {
    yield encoder.encode(decoded(decoder, new Uint8Array(0), false, part, opening));
  }
}

/** A whole part as a string. */
export function xmlText(bytes: Uint8Array, part: string, opening: Opening): string {
  return decoded(xmlDecoder(bytes, part, opening), bytes, false, part, opening);
}

function decoded(
  decoder: Decoder,
  bytes: Uint8Array,
  stream: boolean,
  part: string,
  opening: Opening,
): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw opening.broken(part, `bytes that are not ${decoder.encoding}`);
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
