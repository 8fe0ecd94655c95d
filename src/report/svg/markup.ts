/** Elements of an SVG as text. Whatever comes from a sheet goes through `escaped`. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Characters that XML 1.0 does not allow at all, lone surrogates among them. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** Would turn the text round for whoever pastes it: marks, embeddings, overrides and isolates. */
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escaped(text: string): string {
  return text
    .replace(forbidden, '')
    .replace(bidi, '')
    .replace(/[&<>"']/g, (sign) => entities[sign]);
}

/** `content` is markup already: text has to be escaped by whoever hands it in. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
