/** A package as its readers see it: parts by name, and the relationships between them. */
import type { Opening } from './opening';
import { partKey, relationshipsOf, resolveTarget } from './partNames';
import { readElements } from './xmlParts';
import type { Zip, ZipEntry } from './zip';
import { partBytes, partChunks } from './zipPart';

export interface Relationship {
  readonly id: string;
  /** The last word of its type, which transitional and strict files share: 'worksheet', 'styles', 'table'. */
  readonly type: string;
  /** The part that it points at; null when that lies outside the package, where we never look. */
  readonly part: string | null;
}

export class Package {
  private readonly used = new Set<string>();

  constructor(
    readonly zip: Zip,
    readonly opening: Opening,
  ) {}

  entry(part: string): ZipEntry | undefined {
    return this.zip.entries.get(partKey(part));
  }

  has(part: string): boolean {
    return this.entry(part) !== undefined;
  }

  /** The bytes of a part as they unpack, for the two kinds that are too large to hold. */
  stream(part: string): AsyncIterable<Uint8Array> {
    return partChunks(this.zip, this.needed(part), 'streamed', this.opening);
  }

  /** A small part, whole; it counts as held only while `use` runs. */
  async read<Result>(part: string, use: (bytes: Uint8Array) => Result): Promise<Result> {
    const bytes = await partBytes(this.zip, this.needed(part), this.opening);
    const result = use(bytes);
    this.opening.letGo(bytes.length);
    return result;
  }

  /** The relationships of a part ('' for the package itself); none where it has no such part. */
  async relationships(of: string): Promise<readonly Relationship[]> {
    const part = relationshipsOf(of);
    if (!this.has(part)) return [];
    return this.read(part, (bytes) => {
      const found: Relationship[] = [];
      readElements(bytes, part, this.opening, ({ name, attribute }) => {
        if (name === 'Relationship') found.push(this.relationship(of, attribute));
      });
      return found;
    });
  }

  private relationship(of: string, attribute: (name: string) => string | undefined): Relationship {
    const target = attribute('Target') ?? '';
    const type = attribute('Type') ?? '';
    const inside = attribute('TargetMode') !== 'External';
    const part = inside ? resolveTarget(of, target) : null;
    if (inside && part === null)
      throw this.opening.refuse(
        'path-trick',
        `was refused: its part "${of}" points out of the package, at "${target}".`,
      );
    return { id: attribute('Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), part };
  }

  private needed(part: string): ZipEntry {
    const entry = this.entry(part);
    if (entry === undefined)
      throw this.opening.refuse(
        'part-missing',
        `is not whole: its part "${part}" is missing. Open it in Excel and save it again, or ask for a fresh copy.`,
      );
    // Each part is read once: a package could otherwise point a million times at one large part.
    if (this.used.has(entry.name))
      throw this.opening.refuse(
        'duplicate-part',
        `was refused: it uses its part "${entry.name}" twice, which no spreadsheet program does.`,
      );
    this.used.add(entry.name);
    return entry;
  }
}
