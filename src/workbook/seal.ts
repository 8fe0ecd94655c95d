/**
 * The last line of a comment says that Looplens wrote it, with a digest of what stands above: so it is known again
 * wherever the workbook has been, and a comment that somebody has changed since is theirs.
 */
import { digestOfTexts } from '../engine/index';

const line = /\s*— Looplens ([0-9A-Za-z.+-]{1,40}) ([0-9a-f]{16})\s*$/;

export function sealed(text: string, version: string): string {
  return `${text}\n— Looplens ${version} ${digest(text)}`;
}

/** Whether the text is as Looplens wrote it. Programs break lines and trim blanks as they please: neither counts. */
export function isSealed(text: string): boolean {
  const found = line.exec(text);
  return found !== null && found[2] === digest(text.slice(0, found.index));
}

/** Whether Looplens wrote it at some time, and somebody has changed it since. */
export function isBrokenSeal(text: string): boolean {
  return line.test(text) && !isSealed(text);
}

function digest(text: string): string {
  return digestOfTexts([text.replace(/\s+/g, ' ').trim()]);
}
