/** The shared texts: runs of rich text joined, phonetic readings (how a name is said) left out. */
import { utf8Chunks } from './encoding';
import type { Package } from './package';
import { TextBuffer } from './textBuffer';
import { NotUtf8, unescapeX, type Texts } from './texts';
import { nameHash, XmlScanner, type XmlListener } from './xmlScanner';

const SST = nameHash('sst');
const SI = nameHash('si');
const R = nameHash('r');
const T = nameHash('t');
const SPACE = nameHash('xml:space');

const OTHER = 0;
const ROOT = 1;
const ITEM = 2;
const RUN = 3;
const WORDS = 4;

/** Adds the shared texts to `texts`, which must be empty, so that the index of a text is the one that cells give. */
export async function readSharedStrings(pack: Package, part: string | null, texts: Texts): Promise<number> {
  if (part === null) return 0;
  const listener = new SharedStrings(part, pack, texts);
  const scanner = new XmlScanner(listener, part, pack.opening);
  for await (const chunk of utf8Chunks(pack.stream(part), part, pack.opening)) scanner.write(chunk);
  scanner.finish();
  return texts.strings.length;
}

class SharedStrings implements XmlListener {
  private readonly kinds: Uint8Array;
  /** Whether spaces are kept, for each open element. */
  private readonly keeps: Uint8Array;
  private depth = 0;
  private readonly content: TextBuffer;
  private runStart = 0;

  constructor(
    private readonly part: string,
    private readonly pack: Package,
    private readonly texts: Texts,
  ) {
    const { limits } = pack.opening;
    this.kinds = new Uint8Array(limits.nesting + 2);
    this.keeps = new Uint8Array(limits.nesting + 2);
    this.content = new TextBuffer(limits.cellText);
  }

  open(name: number, scanner: XmlScanner): void {
    const { depth } = this;
    const parent = this.kinds[depth];
    let kind = OTHER;
    if (depth === 0) kind = this.root(name, scanner);
    else if (parent === ROOT && name === SI) {
      kind = ITEM;
      this.content.clear();
    } else if (parent === ITEM && name === R) kind = RUN;
    else if ((parent === ITEM || parent === RUN) && name === T) {
      kind = WORDS;
      this.runStart = this.content.length;
    }
    this.kinds[depth + 1] = kind;
    this.keeps[depth + 1] = keepsSpace(scanner, this.keeps[depth]);
    this.depth = depth + 1;
  }

  text(bytes: Uint8Array, from: number, to: number, literal: boolean): void {
    if (this.kinds[this.depth] !== WORDS) return;
    const problem = this.content.append(bytes, from, to, literal);
    if (problem === 'too-long')
      throw this.pack.opening.textTooLong(
        `shared text ${this.texts.strings.length + 1}`,
        this.content.length,
      );
    if (problem !== null) throw this.pack.opening.broken(this.part, 'an unknown reference in a text');
  }

  close(): void {
    const kind = this.kinds[this.depth];
    if (kind === WORDS && this.keeps[this.depth] === 0) this.content.trim(this.runStart);
    this.depth--;
    if (kind === ITEM) this.texts.add(unescapeX(this.decode()));
  }

  private root(name: number, scanner: XmlScanner): number {
    if (name !== SST) throw scanner.broken('it is not a table of texts');
    return ROOT;
  }

  private decode(): string {
    try {
      return this.texts.decode(this.content.bytes, 0, this.content.length);
    } catch (error) {
      throw error instanceof NotUtf8
        ? this.pack.opening.broken(this.part, 'bytes that are not utf-8')
        : error;
    }
  }
}

/** xml:space of the element that was just opened, inherited where it is silent. Excel drops spaces around a text without it. */
export function keepsSpace(scanner: XmlScanner, inherited: number): number {
  for (let index = 0; index < scanner.attributes; index++)
    if (scanner.attributeName[index] === SPACE) return scanner.attributeText(index) === 'preserve' ? 1 : 0;
  return inherited;
}
