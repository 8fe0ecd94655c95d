/** Text into XML as SpreadsheetML wants it. */

export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIP_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Control characters but tab and line ends, and the two that are no characters at all. */
const forbidden = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/u;

/** Escapes for element text and for attributes in double quotes. Throws on characters that XML cannot hold. */
export function escapeXml(text: string): string {
  if (forbidden.test(text)) throw new Error(`Text with a control character cannot be written: "${text}".`);
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Element text of a string cell: "_x0041_" would be read back as "A", so its first underscore is written as _x005F_. */
export function escapeCellText(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

/** `<name a="1" b="x"/>` or with content; attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content?: string,
): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) open += ` ${key}="${escapeXml(String(value))}"`;
  }
  return content === undefined ? `${open}/>` : `${open}>${content}</${name}>`;
}
