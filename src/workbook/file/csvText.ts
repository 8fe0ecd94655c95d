/** How a text file is written: its encoding and its delimiter, from what stands in it. */
import type { ByteSource } from './source';
import { Utf8Check } from './utf8';

export interface Encoding {
  readonly label: string;
  /** Valid UTF-8 throughout: its bytes can be read as they stand. */
  readonly cleanUtf8: boolean;
  /** Bytes of a byte order mark, to be skipped. */
  readonly mark: number;
  /** A sentence for the user when something was assumed. */
  readonly note: string | null;
}

/** The first byte that is not UTF-8 may end a pair that began before it. */
const SAMPLE_BEFORE = 1024;
const STEP = 64 * 1024;

/**
 * Byte order mark, else UTF-8 if the whole file is valid UTF-8, else a guess between Korean and Western European.
 * Reads the file to its end or to the first bytes that are not UTF-8: linear, and far faster than what comes after.
 */
export async function textEncoding(
  source: ByteSource,
  head: Uint8Array,
  check: () => void,
): Promise<Encoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return guess('utf-16le', 2, null);
  if (head[0] === 0xfe && head[1] === 0xff) return guess('utf-16be', 2, null);
  const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const odd = await firstNotUtf8(source, check);
  if (odd < 0) return { label: 'utf-8', cleanUtf8: true, mark, note: null };
  if (mark > 0)
    return guess(
      'utf-8',
      mark,
      'The text says that it is UTF-8, but some of its bytes are not: they are shown as \ufffd.',
    );
  const around = await source.read(Math.max(0, odd - SAMPLE_BEFORE), STEP);
  return looksKorean(around)
    ? guess('euc-kr', 0, 'The text is not UTF-8: it was read as Korean (EUC-KR).')
    : guess('windows-1252', 0, 'The text is not UTF-8: it was read as Western European (Windows-1252).');
}

function guess(label: string, mark: number, note: string | null): Encoding {
  return { label, cleanUtf8: false, mark, note };
}

/** Where the first byte is that is not UTF-8; -1 when all of the file is. */
async function firstNotUtf8(source: ByteSource, check: () => void): Promise<number> {
  const utf8 = new Utf8Check();
  for (let at = 0; at < source.size; at += STEP) {
    check();
    const odd = utf8.write(await source.read(at, STEP));
    if (odd >= 0) return at + odd;
  }
  return utf8.finished() ? -1 : source.size;
}

/**
 * Korean text in EUC-KR is pairs of bytes, the first of a syllable 0xB0 to 0xC8, the second 0xA1 or more. Western text
 * has single high bytes between letters. So: pairs that are syllables, against high bytes that are not.
 */
function looksKorean(bytes: Uint8Array): boolean {
  let syllables = 0;
  let others = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] < 0x80) continue;
    if (bytes[at] >= 0xb0 && bytes[at] <= 0xc8 && bytes[at + 1] >= 0xa1) {
      syllables++;
      at++;
    } else others++;
  }
  return syllables > others;
}

const candidates = [',', ';', '\t', '|'];
const LINES = 40;

/**
 * The delimiter that splits the first lines most evenly: the one whose most common number of fields (over one) is shared
 * by most lines; of equals the one with more fields, then the order comma, semicolon, tab, bar. Quoted text is not
 * looked into. A first line 'sep=;' decides, as in Excel.
 */
export function sniffDelimiter(sample: string): { delimiter: string; directive: boolean } {
  const directive = /^sep=([^\r\n])\r?\n/i.exec(sample);
  if (directive !== null) return { delimiter: directive[1], directive: true };
  let best = ',';
  let bestLines = 0;
  let bestFields = 0;
  for (const candidate of candidates) {
    const tally = new Map<number, number>();
    for (const count of delimitersByLine(sample, candidate))
      if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
    for (const [fields, lines] of tally)
      if (lines > bestLines || (lines === bestLines && fields > bestFields)) {
        best = candidate;
        bestLines = lines;
        bestFields = fields;
      }
  }
  return { delimiter: best, directive: false };
}

function delimitersByLine(sample: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  for (let at = 0; at < sample.length && counts.length < LINES; at++) {
    const character = sample[at];
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === delimiter) count++;
    else if (character === '\n' || (character === '\r' && sample[at + 1] !== '\n')) {
      counts.push(count);
      count = 0;
    }
  }
  if (count > 0 && counts.length < LINES) counts.push(count);
  return counts;
}
