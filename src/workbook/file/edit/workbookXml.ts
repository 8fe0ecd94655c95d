/** The workbook part while a package is edited: its sheets, its names, and that everything is to be calculated. */
import { nameKey } from '../../names';
import { Refusal } from '../../port';
import { addLink, addType, linksOf, officeNamespace, removeLinks, removeParts } from './links';
import type { Parts } from './parts';
import { attributeOf, childNamed, childrenNamed, contentOf, type XmlElement } from './xmlTree';
import { XmlPart } from './xmlPart';
import { plainXml } from './xmlText';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const WORKSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** Children of <workbook> that the schema wants after <calcPr>. */
export const AFTER_CALC = [
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

export interface SheetLink {
  readonly name: string;
  readonly isVisible: boolean;
  /** 'worksheet', or 'chartsheet' and the like, which hold no cells. */
  readonly type: string;
  readonly part: string;
  readonly element: XmlElement;
}

export interface NameXml {
  readonly name: string;
  /** Index of the sheet that it belongs to; null for the workbook. */
  readonly sheet: number | null;
  /** As the file has it, without '='. */
  readonly formula: string;
  readonly isHidden: boolean;
  readonly element: XmlElement;
}

export class WorkbookXml {
  private constructor(
    private readonly parts: Parts,
    readonly part: string,
    readonly xml: XmlPart,
    /** In the order of their tabs, sheets without cells included. */
    readonly sheets: readonly SheetLink[],
  ) {}

  static async read(parts: Parts): Promise<WorkbookXml> {
    const part = (await linksOf(parts, '')).find(({ type }) => type === 'officeDocument')?.part;
    if (part === undefined || part === null)
      throw new Refusal('other', 'There is no workbook in this package.');
    const xml = new XmlPart(await parts.text(part));
    const links = new Map((await linksOf(parts, part)).map((link) => [link.id, link]));
    const list = childNamed(xml.root, 'sheets');
    const sheets = childrenNamed(list ?? xml.root, 'sheet').map((element): SheetLink => {
      const id = element.attributes.find(({ name }) => name.endsWith(':id'))?.value ?? '';
      const link = links.get(id);
      return {
        name: attributeOf(element, 'name') ?? '',
        isVisible: !['hidden', 'veryHidden'].includes(attributeOf(element, 'state') ?? ''),
        type: link?.type ?? '',
        part: link?.part ?? '',
        element,
      };
    });
    return new WorkbookXml(parts, part, xml, sheets);
  }

  get isStrict(): boolean {
    return this.xml.root.attributes.some(({ value }) => value === STRICT_MAIN);
  }

  /** The namespace of sheets, tables and styles. */
  get namespace(): string {
    return this.isStrict ? STRICT_MAIN : MAIN;
  }

  sheet(name: string): SheetLink {
    const sheet = this.sheets.find((known) => nameKey(known.name) === nameKey(name));
    if (sheet === undefined) throw new Refusal('missing', `There is no sheet "${name}"`);
    if (sheet.type !== 'worksheet' || !this.parts.has(sheet.part))
      throw new Refusal('other', `"${sheet.name}" is a sheet without cells`);
    return sheet;
  }

  /** A part that the workbook points at by the type of the relationship. */
  async related(type: string): Promise<string | null> {
    const link = (await linksOf(this.parts, this.part)).find((known) => known.type === type);
    const part = link?.part ?? null;
    return part !== null && this.parts.has(part) ? part : null;
  }

  definedNames(): NameXml[] {
    const list = childNamed(this.xml.root, 'definedNames');
    return (list === undefined ? [] : childrenNamed(list, 'definedName')).map((element) => {
      const sheet = attributeOf(element, 'localSheetId');
      return {
        name: attributeOf(element, 'name') ?? '',
        sheet: sheet === undefined ? null : Number(sheet),
        formula: contentOf(this.xml.text, element),
        isHidden: ['1', 'true'].includes(attributeOf(element, 'hidden') ?? ''),
        element,
      };
    });
  }

  /** 'locked' where the workbook says that its sheets shall stay as they are. */
  checkStructure(): void {
    const protection = childNamed(this.xml.root, 'workbookProtection');
    const lock = protection === undefined ? undefined : attributeOf(protection, 'lockStructure');
    if (lock === '1' || lock === 'true')
      throw new Refusal('locked', 'The structure of the workbook is protected');
  }

  async addSheet(name: string): Promise<void> {
    this.checkStructure();
    const part = this.parts.freeName('xl/worksheets/sheet');
    this.parts.write(
      part,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${this.namespace}"><sheetData/></worksheet>`,
    );
    await addType(this.parts, part, WORKSHEET);
    const id = await addLink(this.parts, this.part, 'worksheet', part, this.isStrict);
    const { root } = this.xml;
    const list = childNamed(root, 'sheets');
    if (list === undefined) throw new Refusal('other', 'The workbook has no list of sheets');
    const numbers = this.sheets.map(({ element }) => Number(attributeOf(element, 'sheetId') ?? 0));
    const sheetId = Math.max(0, ...numbers.filter(Number.isFinite)) + 1;
    const relation = `xmlns:r="${officeNamespace(this.isStrict)}" r:id="${id}"`;
    this.xml.append(list, `<${list.prefix}sheet name="${plainXml(name)}" sheetId="${sheetId}" ${relation}/>`);
    this.write();
  }

  /** Excel calculates everything when it opens the file. */
  calculateOnLoad(): void {
    const known = childNamed(this.xml.root, 'calcPr');
    if (known === undefined)
      this.xml.insert(`<${this.xml.root.prefix}calcPr fullCalcOnLoad="1"/>`, AFTER_CALC);
    else if (attributeOf(known, 'fullCalcOnLoad') === '1') return;
    else this.xml.setAttribute(known, 'fullCalcOnLoad', '1');
    this.write();
  }

  /** The list of formulas in the order of calculation, which Excel makes anew. */
  async dropCalcChain(): Promise<void> {
    const chain = await this.related('calcChain');
    if (chain === null) return;
    await removeLinks(this.parts, this.part, ({ type }) => type === 'calcChain');
    await removeParts(this.parts, [chain]);
  }

  write(): void {
    if (this.xml.isChanged) this.parts.write(this.part, this.xml.toString());
  }
}
