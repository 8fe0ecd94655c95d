/** Excel on the web refuses requests and answers above it (bytes), and so does this host everywhere. */
export const payloadLimit = 5 * 1024 * 1024;

/** Length in UTF-8. */
export function bytes(text: string): number {
  let extra = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) extra += code > 0x7ff ? 2 : 1;
  }
  return text.length + extra;
}
