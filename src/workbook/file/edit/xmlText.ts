/** Text into XML, as Excel writes it. */

/** Characters that XML 1.0 cannot hold, and half surrogates, which are none. */
const impossible =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** For text and for attributes in double quotes. The text must hold no character that XML cannot. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Text of a cell: what XML cannot hold becomes _x0001_, and what looks like such an escape keeps its underscore. */
export function escapeCellText(text: string): string {
  const coded = text.replace(escapeLike, '_x005F_').replace(impossible, hexEscape).replace(/\r/g, '_x000D_');
  return escapeXml(coded);
}

/** The name of a table's column: an attribute, in which line ends are escapes too. */
export function escapeColumnName(name: string): string {
  return escapeCellText(name).replace(/\n/g, '_x000a_').replace(/\t/g, '_x0009_');
}

/** Text in which characters that XML cannot hold are simply not there: formulas, names. */
export function plainXml(text: string): string {
  return escapeXml(text.replace(impossible, ''));
}

/** Whether spaces are lost without xml:space="preserve". */
export function needsPreserve(text: string): boolean {
  return /^\s|\s$|[\n\t]/.test(text);
}

function hexEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
