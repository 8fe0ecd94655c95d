/** Workbook packages for tests, in code: as plain as Excel would let them be, with every part replaceable. */
import { buildZip, type PartSpec, type ZipSpec } from './zipBuilder';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

export interface SheetSpec {
  readonly name?: string;
  readonly state?: string;
  /** 'worksheet' unless said. */
  readonly type?: string;
  /** Inside <sheetData>. */
  readonly rows?: string;
  /** Between <worksheet> and <sheetData>, and after it. */
  readonly before?: string;
  readonly after?: string;
  /** The whole part, instead of all that. */
  readonly part?: string | Uint8Array;
  /** Table parts (XML) of the sheet. */
  readonly tables?: readonly string[];
}

export interface WorkbookSpec {
  readonly sheets?: readonly SheetSpec[];
  /** Inside <sst>; no part when it is missing. */
  readonly shared?: string;
  /** Inside <styleSheet>; no part when it is missing. */
  readonly styles?: string;
  readonly workbookPr?: string;
  readonly strict?: boolean;
  /** Targets of relationships written from the root of the package. */
  readonly absolute?: boolean;
  /** Prefix of every element of the main namespace: 'x:'. */
  readonly prefix?: string;
  /** Applied to the XML of every part but the relationships. */
  readonly encode?: (xml: string) => Uint8Array;
  /** Parts added or put in the place of one of the same name. */
  readonly parts?: readonly PartSpec[];
  readonly without?: readonly string[];
  readonly contentType?: string;
  readonly extraRelationships?: string;
  readonly zip?: ZipSpec;
  /** Applied to every part. */
  readonly part?: (part: PartSpec) => PartSpec;
}

export function buildWorkbook(spec: WorkbookSpec = {}): Uint8Array {
  const replaced = new Map((spec.parts ?? []).map((part) => [part.name, part]));
  const parts = workbookParts(spec)
    .filter((part) => !replaced.has(part.name) && !(spec.without ?? []).includes(part.name))
    .concat(spec.parts ?? []);
  return buildZip(spec.part === undefined ? parts : parts.map(spec.part), spec.zip);
}

function workbookParts(spec: WorkbookSpec): PartSpec[] {
  const office = spec.strict ? STRICT_OFFICE : OFFICE;
  const encode = spec.encode ?? ((xml: string): string => xml);
  const sheets = spec.sheets ?? [{}];
  const target = (path: string): string => (spec.absolute ? `/xl/${path}` : path);
  const parts: PartSpec[] = [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spec.contentType ?? SHEET_TYPE}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="${spec.absolute ? '/' : ''}xl/workbook.xml"/></Relationships>`,
    },
  ];
  const list = sheets
    .map(
      ({ name, state }, index) =>
        `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
    )
    .join('');
  const root = `xmlns:r="${office}"`;
  parts.push({
    name: 'xl/workbook.xml',
    content: encode(document(spec, 'workbook', root, `${spec.workbookPr ?? ''}<sheets>${list}</sheets>`)),
  });
  const related = sheets.map(
    ({ type }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type ?? 'worksheet'}" Target="${target(`worksheets/sheet${index + 1}.xml`)}"/>`,
  );
  if (spec.shared !== undefined) {
    related.push(
      `<Relationship Id="rIdS" Type="${office}/sharedStrings" Target="${target('sharedStrings.xml')}"/>`,
    );
    parts.push({ name: 'xl/sharedStrings.xml', content: encode(document(spec, 'sst', '', spec.shared)) });
  }
  if (spec.styles !== undefined) {
    related.push(`<Relationship Id="rIdT" Type="${office}/styles" Target="${target('styles.xml')}"/>`);
    parts.push({ name: 'xl/styles.xml', content: encode(document(spec, 'styleSheet', '', spec.styles)) });
  }
  parts.push({
    name: 'xl/_rels/workbook.xml.rels',
    content: `<Relationships xmlns="${RELATIONSHIPS}">${related.join('')}${spec.extraRelationships ?? ''}</Relationships>`,
  });
  let tableNumber = 0;
  sheets.forEach((sheet, index) => {
    const body = `${sheet.before ?? ''}<sheetData>${sheet.rows ?? ''}</sheetData>${sheet.after ?? ''}`;
    parts.push({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: sheet.part ?? encode(document(spec, 'worksheet', root, body)),
    });
    if (sheet.tables === undefined) return;
    const links = sheet.tables.map((xml, at) => {
      const name = `tables/table${++tableNumber}.xml`;
      parts.push({ name: `xl/${name}`, content: encode(xml) });
      return `<Relationship Id="t${at}" Type="${office}/table" Target="${spec.absolute ? `/xl/${name}` : `../${name}`}"/>`;
    });
    parts.push({
      name: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`,
      content: `<Relationships xmlns="${RELATIONSHIPS}">${links.join('')}</Relationships>`,
    });
  });
  return parts;
}

function document(spec: WorkbookSpec, name: string, attributes: string, body: string): string {
  const main = spec.strict ? STRICT : MAIN;
  const prefix = spec.prefix ?? '';
  const inside = prefix === '' ? body : body.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
  const namespace = prefix === '' ? `xmlns="${main}"` : `xmlns:${prefix.slice(0, -1)}="${main}"`;
  return `<${prefix}${name} ${namespace} ${attributes}>${inside}</${prefix}${name}>`;
}
