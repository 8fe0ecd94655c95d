/** Where bytes come from: a file handle, a dropped File, a buffer. Read by position, so that a zip is never held whole. */
export interface ByteSource {
  /** Bytes in all. */
  readonly size: number;
  /** The bytes offset .. offset + length; fewer only where the source ends. The result is the caller's to keep. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Raw deflate, as a stream: Node passes zlib, a browser its DecompressionStream. Throws on data that is not deflate. */
export type Inflate = (compressed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/** Raw deflate the other way, for what is saved. */
export type Deflate = Inflate;

/** Bytes in memory as a source. Nothing is copied. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}
