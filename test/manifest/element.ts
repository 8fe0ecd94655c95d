import { SaxesParser } from 'saxes';

/** An XML element with its children in order. Names are as written, prefix included. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  readonly text: string;
}

/** Parses a document; throws where it is not well formed. */
export function parseXml(xml: string): Element {
  const top = { name: '', attributes: {}, children: [] as Element[], text: '' };
  const open: { name: string; attributes: Record<string, string>; children: Element[]; text: string }[] = [
    top,
  ];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [], text: '' };
    open[open.length - 1].children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    open[open.length - 1].text += text.trim();
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return top.children[0];
}

/** Every element below `element`, itself included, in document order. */
export function everyElement(element: Element): Element[] {
  const found: Element[] = [];
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    waiting.push(...[...next.children].reverse());
  }
  return found;
}

export const named = (element: Element, name: string): Element[] =>
  everyElement(element).filter((each) => each.name === name);

/** The only element of that name; throws when there is none, or more than one. */
export function only(element: Element, name: string): Element {
  const found = named(element, name);
  if (found.length !== 1) throw new Error(`${found.length} elements are called "${name}".`);
  return found[0];
}
