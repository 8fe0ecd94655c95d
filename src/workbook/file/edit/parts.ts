/** The parts of a package while it is edited: what was read, what is new, what is gone. A copy of it is a draft. */
import type { Opening } from '../opening';
import { utf8Chunks, xmlText } from '../encoding';
import { partKey } from '../partNames';
import { readElements } from '../xmlParts';
import type { Zip } from '../zip';
import { partBytes, partChunks } from '../zipPart';
import type { PackageChanges } from './archive';
import { joined } from './bytes';

interface Changed {
  readonly name: string;
  /** null: taken out. */
  readonly bytes: Uint8Array | null;
}

export class Parts {
  private constructor(
    readonly zip: Zip,
    readonly opening: Opening,
    private readonly changed: Map<string, Changed>,
  ) {}

  static of(zip: Zip, opening: Opening): Parts {
    return new Parts(zip, opening, new Map());
  }

  /** Another that can be changed, or thrown away. Costs nothing that grows with the package. */
  draft(): Parts {
    return new Parts(this.zip, this.opening, new Map(this.changed));
  }

  get isChanged(): boolean {
    return this.changed.size > 0;
  }

  has(part: string): boolean {
    const changed = this.changed.get(partKey(part));
    return changed === undefined ? this.zip.entries.has(partKey(part)) : changed.bytes !== null;
  }

  names(): string[] {
    const names = [...this.zip.entries.values()].map(({ name }) => name);
    const known = new Set(names.map(partKey));
    for (const [key, { name }] of this.changed) if (!known.has(key)) names.push(name);
    return names.filter((name) => this.has(name));
  }

  /** A small XML part, checked to be well-formed. */
  async text(part: string): Promise<string> {
    const { opening } = this;
    const changed = this.changed.get(partKey(part))?.bytes ?? null;
    if (changed !== null) return new TextDecoder().decode(changed);
    const bytes = await partBytes(this.zip, this.entry(part), opening);
    opening.letGo(bytes.length);
    readElements(bytes, part, opening, () => undefined);
    return inUtf8(xmlText(bytes, part, opening));
  }

  /** A part that may be large, as UTF-8. */
  async bytes(part: string): Promise<Uint8Array> {
    const { opening } = this;
    const changed = this.changed.get(partKey(part))?.bytes ?? null;
    if (changed !== null) return changed;
    const chunks: Uint8Array[] = [];
    let held = 0;
    const packed = partChunks(this.zip, this.entry(part), 'streamed', opening);
    for await (const chunk of utf8Chunks(packed, part, opening)) {
      opening.hold(chunk.length);
      held += chunk.length;
      chunks.push(new Uint8Array(chunk));
    }
    opening.letGo(held);
    const bytes = joined(chunks);
    const head = new TextDecoder().decode(bytes.subarray(0, 256));
    const declaration = /^\ufeff?<\?xml[^>]*\?>/.exec(head)?.[0] ?? '';
    const inPlace = inUtf8(declaration);
    if (inPlace === declaration) return bytes;
    const encoder = new TextEncoder();
    return joined([encoder.encode(inPlace), bytes.subarray(encoder.encode(declaration).length)]);
  }

  write(part: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.changed.set(partKey(part), { name: part, bytes });
  }

  remove(part: string): void {
    this.changed.set(partKey(part), { name: part, bytes: null });
  }

  /** 'xl/tables/table' -> the first of 'xl/tables/table1.xml', 2, ... that is free. */
  freeName(stem: string): string {
    let number = 1;
    while (this.has(`${stem}${number}.xml`)) number++;
    return `${stem}${number}.xml`;
  }

  changes(): PackageChanges {
    const changed = new Map<string, Uint8Array | null>();
    const added: { name: string; bytes: Uint8Array }[] = [];
    for (const [key, { name, bytes }] of this.changed) {
      if (this.zip.entries.has(key)) changed.set(key, bytes);
      else if (bytes !== null) added.push({ name, bytes });
    }
    return { changed, added };
  }

  private entry(part: string) {
    const entry = this.zip.entries.get(partKey(part));
    if (entry === undefined || !this.has(part))
      throw this.opening.refuse('part-missing', `is not whole: its part "${part}" is missing.`);
    return entry;
  }
}

/** What was decoded is written as UTF-8, and says so. */
function inUtf8(text: string): string {
  return text.replace(
    /^(\ufeff?<\?xml[^>]{0,200}?\sencoding\s*=\s*["'])([A-Za-z0-9._-]{1,40})/,
    (all, before: string, encoding: string) => (/^utf-8$/i.test(encoding) ? all : `${before}UTF-8`),
  );
}
