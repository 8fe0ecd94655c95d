/**
 * Formulas in every part that has some: cells, names, rules, tables, charts, controls; and the attributes that name sheets.
 *
 * Limits: the drawings of Excel 97 (VML) and the code of macros are left as they are.
 */
import type { Opening } from '../opening';
import { nameHash, type XmlListener, XmlScanner } from '../xmlScanner';
import { splicedBytes, type ByteEdit } from './bytes';
import { reachable } from './links';
import type { Parts } from './parts';
import { escapeXml } from './xmlText';
import { startTag, textOf } from './xmlTree';

export interface Rewriting {
  readonly formula: (formula: string) => string;
  /** The name of a sheet in an attribute; missing: those stay. */
  readonly sheet?: (name: string) => string;
}

/** By the last word of the relationship that leads to them. */
const WITH_FORMULAS = new Set([
  'officeDocument',
  'worksheet',
  'chartsheet',
  'table',
  'drawing',
  'chart',
  'chartEx',
  'chartUserShapes',
  'ctrlProp',
  'pivotCacheDefinition',
]);
const elements = new Set(
  ['f', 'formula', 'formula1', 'formula2', 'definedName', 'calculatedColumnFormula', 'totalsRowFormula'].map(
    nameHash,
  ),
);
/** Attributes that hold a formula, by their element. */
const formulaAttributes = new Map(
  (
    [
      ['hyperlink', ['location']],
      ['sp', ['textlink']],
      ['formControlPr', ['fmlaLink', 'fmlaRange', 'fmlaGroup', 'fmlaTxbx']],
    ] as const
  ).map(([name, attributes]): [number, readonly string[]] => [nameHash(name), attributes]),
);
const sheetElements = new Set(['worksheetSource', 'rangeSet', 'dataRef'].map(nameHash));

export async function rewriteEverywhere(parts: Parts, rewriting: Rewriting): Promise<void> {
  for (const { part, type } of (await reachable(parts)).values()) {
    if (!WITH_FORMULAS.has(type)) continue;
    const bytes = await parts.bytes(part);
    const edits = editsOf(bytes, part, parts.opening, rewriting);
    if (edits.length > 0) parts.write(part, splicedBytes(bytes, edits));
  }
}

function editsOf(bytes: Uint8Array, part: string, opening: Opening, rewriting: Rewriting): ByteEdit[] {
  const finder = new Formulas(bytes, rewriting);
  const scanner = (finder.scanner = new XmlScanner(finder, part, opening));
  const piece = 1 << 16;
  for (let at = 0; at < bytes.length; at += piece) scanner.write(bytes.subarray(at, at + piece));
  scanner.finish();
  return finder.edits;
}

class Formulas implements XmlListener {
  readonly edits: ByteEdit[] = [];
  scanner: XmlScanner | null = null;
  private readonly decoder = new TextDecoder();
  private readonly encoder = new TextEncoder();
  private depth = 0;
  /** The element with a formula that is open: where its content begins, and how deep it is. */
  private from = -1;
  private at = -1;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly rewriting: Rewriting,
  ) {}

  open(name: number, scanner: XmlScanner): void {
    this.depth++;
    if (elements.has(name) && this.from < 0 && !scanner.closesItself) {
      this.from = scanner.tagTo;
      this.at = this.depth;
    }
    const formulas = formulaAttributes.get(name);
    if (formulas !== undefined) this.attributes(scanner, formulas, this.rewriting.formula);
    const { sheet } = this.rewriting;
    if (sheet !== undefined && sheetElements.has(name)) this.attributes(scanner, ['sheet'], sheet);
  }

  text(): void {
    // Only places are wanted here.
  }

  close(): void {
    if (this.depth-- !== this.at || this.scanner === null) return;
    const [from, to] = [this.from, this.scanner.tagFrom];
    this.from = this.at = -1;
    const before = textOf(this.decoder.decode(this.bytes.subarray(from, to)));
    const after = this.rewriting.formula(before);
    if (after !== before) this.edits.push({ from, to, text: escapeXml(after) });
  }

  private attributes(scanner: XmlScanner, names: readonly string[], change: (text: string) => string): void {
    const tag = this.decoder.decode(this.bytes.subarray(scanner.tagFrom, scanner.tagTo));
    for (const { name, value, from, to } of startTag(tag, 0).attributes) {
      if (!names.includes(name)) continue;
      const after = change(value);
      if (after === value) continue;
      const start = scanner.tagFrom + this.encoder.encode(tag.slice(0, from)).length;
      const end = start + this.encoder.encode(tag.slice(from, to)).length;
      this.edits.push({ from: start, to: end, text: ` ${name}="${escapeXml(after)}"` });
    }
  }
}
