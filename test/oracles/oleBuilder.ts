/** Compound files (old Office, encrypted packages) with nothing in them but the names of their streams. */
export function buildOle(streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(76, 0, true);
  // The allocation table is sector 0; the directory is sectors 1 and 2.
  view.setUint32(512 + 4, 2, true);
  view.setUint32(512 + 8, 0xfffffffe, true);
  ['Root Entry', ...streams].forEach((name, index) => {
    const at = 1024 + 128 * index;
    for (let letter = 0; letter < name.length; letter++)
      view.setUint16(at + 2 * letter, name.charCodeAt(letter), true);
    view.setUint16(at + 64, 2 * (name.length + 1), true);
  });
  return bytes;
}
