/** The shape of types.json: the classes of office.js as they look on the wire. Written by scripts/officeMeta.ts. */

export interface EventMeta {
  /** The messageType of its entries. */
  readonly code: number;
  /** The method that registers it; null when only the client does. */
  readonly register: string | null;
}

export interface TypeMeta {
  /** Wire names of the properties that hold values. */
  readonly scalars: readonly string[];
  readonly writable: readonly string[];
  /** Name under which a property is set, where it differs -> name under which it is read. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Properties that hold objects -> their class. */
  readonly children: Readonly<Record<string, string>>;
  /** Class of the items of a collection. */
  readonly item: string | null;
  readonly collection: boolean;
  /** Wire name -> class of the object that comes back, or 'value', or 'void'. */
  readonly methods: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, EventMeta>>;
}

export interface Meta {
  /** Version of @microsoft/office-js. */
  readonly library: string;
  readonly types: Readonly<Record<string, TypeMeta>>;
}
