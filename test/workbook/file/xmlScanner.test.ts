import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { inflateNode } from '../../../src/cli/files';
import { defaultLimits } from '../../../src/workbook/file/limits';
import { Opening } from '../../../src/workbook/file/opening';
import { TextBuffer } from '../../../src/workbook/file/textBuffer';
import { nameHash, XmlScanner } from '../../../src/workbook/file/xmlScanner';

const opening = new Opening('a.xlsx', defaultLimits, inflateNode, undefined, undefined);

/** What the scanner tells, in chunks of `size` bytes, as one list. */
function scanned(xml: string, size: number): string[] {
  const events: string[] = [];
  const runs = new TextBuffer(1e6);
  const flush = (): void => {
    if (runs.length > 0) events.push(`text ${new TextDecoder().decode(runs.bytes.subarray(0, runs.length))}`);
    runs.clear();
  };
  const scanner = new XmlScanner(
    {
      open(name, { attributes, attributeName, attributeText }) {
        flush();
        const list = Array.from(
          { length: attributes },
          (_, index) => `${attributeName[index]}=${attributeText.call(scanner, index)}`,
        );
        events.push(`open ${name} ${list.join(' ')}`);
      },
      text(bytes, from, to, literal) {
        if (runs.append(bytes, from, to, literal) !== null) throw new Error('A run was refused.');
      },
      close() {
        flush();
        events.push('close');
      },
    },
    'a.xml',
    opening,
  );
  const bytes = new TextEncoder().encode(xml);
  for (let at = 0; at < bytes.length; at += size) scanner.write(bytes.slice(at, at + size));
  scanner.finish();
  return events;
}

/** The same by saxes. */
function parsed(xml: string): string[] {
  const events: string[] = [];
  let text = '';
  let depth = 0;
  const flush = (): void => {
    if (text !== '' && depth > 0) events.push(`text ${text}`);
    text = '';
  };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    flush();
    depth++;
    const list = Object.entries(attributes).map(([key, value]) => `${nameHash(key)}=${value}`);
    events.push(`open ${nameHash(name.slice(name.indexOf(':') + 1))} ${list.join(' ')}`);
  });
  parser.on('text', (run) => (text += run));
  parser.on('cdata', (run) => (text += run));
  parser.on('closetag', () => {
    flush();
    depth--;
    events.push('close');
  });
  parser.write(xml).close();
  return events;
}

interface Node {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly (Node | string)[];
}

const text = fc.string({
  unit: fc.constantFrom(
    'a',
    ' ',
    '\n',
    '\r',
    '"',
    "'",
    '>',
    '/',
    '=',
    '한',
    '😀',
    '&amp;',
    '&#x41;',
    '&#44032;',
    '&lt;',
  ),
  maxLength: 8,
});
const run = fc.oneof(
  text.map((words) => words.replaceAll('"', '&quot;').replaceAll(']]>', '')),
  text.map((words) => `<![CDATA[${words}]]>`),
  fc.constantFrom('<!-- <a> & -->', '<?pi <a> ?>', '<!---->'),
);
const attribute = fc.tuple(
  fc.constantFrom('r', 's', 't', 'x:a', 'xml:space', 'long-name'),
  text.map((words) => words.replace(/["\n\r]/g, '')),
);
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    name: fc.constantFrom('c', 'v', 'row', 'x:c', 'x:v', 'is', 'worksheet'),
    attributes: fc.uniqueArray(attribute, { maxLength: 3, selector: ([name]) => name }),
    children: fc.array(fc.oneof({ depthSize: 'small' }, run, tie('node')), { maxLength: 4 }),
  }),
}));

function written({ name, attributes, children }: Node): string {
  const list = attributes.map(([key, value]) => ` ${key} = "${value}"`).join('');
  const inside = children.map((child) => (typeof child === 'string' ? child : written(child))).join('');
  return inside === '' && list.length % 2 === 0
    ? `<${name}${list} />`
    : `<${name}${list}>${inside}</${name} >`;
}

describe('the scanner', () => {
  it('law: tells what saxes tells, in chunks of any size', () => {
    fc.assert(
      fc.property(node, fc.integer({ min: 1, max: 40 }), (root, size) => {
        const xml = `<?xml version="1.0"?>\n<!-- a --> ${written(root)}\n`;
        const expected = parsed(xml);
        expect(scanned(xml, size)).toEqual(expected);
        expect(scanned(xml, xml.length * 4)).toEqual(expected);
      }),
      { seed: 20251122, numRuns: 500 },
    );
  });

  it('skips a byte order mark that comes in pieces', () => {
    expect(scanned('\ufeff<a/>', 1)).toEqual([`open ${nameHash('a')} `, 'close']);
  });
});
