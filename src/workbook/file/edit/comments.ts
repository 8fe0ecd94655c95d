/**
 * Notes on cells: their texts in a comments part, their boxes in a drawing. Notes and threads of others stay byte for
 * byte as they are; a sheet whose last note goes gets rid of both parts.
 */
import { cellAddress, parseArea } from '../../../engine/index';
import { author, type CellComment } from '../../marks';
import { Refusal } from '../../port';
import { isSealed } from '../../seal';
import { splicedBytes } from './bytes';
import { boxFor, type NewComment } from './commentBox';
import { addLink, addType, linksOf, officeNamespace, removeLinks, removeParts } from './links';
import { blocksOf, emptyDrawing, hasShapes, withBoxes, withoutBoxes } from './noteShapes';
import type { Parts } from './parts';
import { checkSheetProtection } from './sheetProtection';
import { SheetScan } from './sheetScan';
import { placeOf } from './sheetSections';
import type { SheetLink, WorkbookXml } from './workbookXml';
import {
  attributeOf,
  childNamed,
  childrenNamed,
  contentOf,
  startTag,
  textOf,
  type XmlElement,
} from './xmlTree';
import { XmlPart } from './xmlPart';
import { escapeCellText } from './xmlText';

const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Place = Pick<NewComment, 'row' | 'column'>;

/** Every comment of a sheet. Of a thread the first text stands for all. */
export async function commentsOf(parts: Parts, sheet: SheetLink): Promise<CellComment[]> {
  const found = new Map<string, CellComment>();
  for (const { type, part } of await linksOf(parts, sheet.part)) {
    if (part === null || !parts.has(part)) continue;
    const isThread = type === 'threadedComment';
    if (type !== 'comments' && !isThread) continue;
    for (const comment of commentsIn(new XmlPart(await parts.text(part)), isThread)) {
      const key = `${comment.row} ${comment.column}`;
      // A thread has a note for programs that know no threads.
      if (!found.has(key) || isThread) found.set(key, found.get(key) ?? comment);
    }
  }
  return [...found.values()];
}

function commentsIn(xml: XmlPart, isThread: boolean): CellComment[] {
  const authors = childNamed(xml.root, 'authors');
  const names = (authors?.children ?? []).map((element) => contentOf(xml.text, element));
  const list = isThread ? xml.root : childNamed(xml.root, 'commentList');
  const name = isThread ? 'threadedComment' : 'comment';
  return (list === undefined ? [] : childrenNamed(list, name)).flatMap((element): CellComment[] => {
    const area = parseArea(attributeOf(element, 'ref') ?? '');
    if (area === null) return [];
    const known = isThread ? '' : (names[Number(attributeOf(element, 'authorId') ?? -1)] ?? '');
    return [{ row: area.top, column: area.left, author: known, text: commentText(xml.text, element) }];
  });
}

/** The text without its reading in another script. */
function commentText(text: string, element: XmlElement): string {
  const inside = childNamed(element, 'text');
  if (inside === undefined) return '';
  if (inside.children.length === 0) return contentOf(text, inside);
  const piece = (part: XmlElement): string => {
    if (part.name === 't') return textOf(text.slice(part.tagTo, part.innerTo));
    return part.name === 'r' ? childrenNamed(part, 't').map(piece).join('') : '';
  };
  return inside.children
    .map(piece)
    .join('')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

export async function addComments(
  parts: Parts,
  workbook: WorkbookXml,
  sheet: SheetLink,
  added: readonly NewComment[],
): Promise<void> {
  if (added.length === 0) return;
  const taken = new Set((await commentsOf(parts, sheet)).map(({ row, column }) => `${row} ${column}`));
  for (const { row, column } of added) {
    const key = `${row} ${column}`;
    if (taken.has(key))
      throw new Refusal('taken', `${cellAddress(sheet.name, row, column)} has a comment already`);
    taken.add(key);
  }
  const bytes = await parts.bytes(sheet.part);
  const scan = SheetScan.of(bytes, sheet.part, parts.opening, () => false);
  checkSheetProtection(scan, bytes, sheet.name);
  await addTexts(parts, workbook, sheet, added);
  const drawing = await drawingOf(parts, workbook, sheet, bytes, scan);
  const box = boxFor(bytes, scan);
  const text = await drawingText(parts, drawing);
  parts.write(drawing, withBoxes(text, added.map(box)));
}

async function addTexts(
  parts: Parts,
  workbook: WorkbookXml,
  sheet: SheetLink,
  added: readonly NewComment[],
): Promise<void> {
  const links = await linksOf(parts, sheet.part);
  let part = links.find((link) => link.type === 'comments')?.part ?? null;
  if (part === null || !parts.has(part)) {
    part = parts.freeName('xl/comments');
    const inside = '<authors></authors><commentList></commentList>';
    parts.write(part, `${HEAD}<comments xmlns="${workbook.namespace}">${inside}</comments>`);
    await addType(parts, part, COMMENTS);
    await addLink(parts, sheet.part, 'comments', part, workbook.isStrict);
  }
  const xml = new XmlPart(await parts.text(part));
  const { prefix } = xml.root;
  const authors = childNamed(xml.root, 'authors');
  const list = childNamed(xml.root, 'commentList');
  if (authors === undefined || list === undefined)
    throw new Refusal('other', `The comments of the sheet "${sheet.name}" are not as Excel writes them`);
  const names = childrenNamed(authors, 'author').map((element) => contentOf(xml.text, element));
  let id = names.indexOf(author);
  if (id < 0) id = names.length;
  if (id === names.length) xml.append(authors, `<${prefix}author>${author}</${prefix}author>`);
  for (const { row, column, text } of added)
    xml.append(
      list,
      `<${prefix}comment ref="${cellAddress('', row, column)}" authorId="${id}"><${prefix}text>${run(prefix, text)}</${prefix}text></${prefix}comment>`,
    );
  parts.write(part, xml.toString());
}

/** In the font that Excel gives to notes. */
function run(prefix: string, text: string): string {
  const p = prefix;
  const font = `<${p}rPr><${p}sz val="9"/><${p}color indexed="81"/><${p}rFont val="Tahoma"/><${p}family val="2"/></${p}rPr>`;
  return `<${p}r>${font}<${p}t xml:space="preserve">${escapeCellText(text)}</${p}t></${p}r>`;
}

/** The drawing with the boxes of a sheet, made where there is none. */
async function drawingOf(
  parts: Parts,
  workbook: WorkbookXml,
  sheet: SheetLink,
  bytes: Uint8Array,
  scan: SheetScan,
): Promise<string> {
  const section = scan.section('legacyDrawing');
  if (section !== undefined) {
    const tag = new TextDecoder().decode(bytes.subarray(section.from, section.tagTo));
    const id = startTag(tag, 0).attributes.find(({ name }) => name.endsWith(':id'))?.value;
    const known = (await linksOf(parts, sheet.part)).find((link) => link.id === id)?.part ?? null;
    if (known !== null && parts.has(known)) return known;
    throw new Refusal('other', `The notes of the sheet "${sheet.name}" lie in a drawing that is not there`);
  }
  const blocks: number[] = [];
  for (const name of parts.names())
    if (/\.vml$/i.test(name)) blocks.push(...blocksOf(await drawingText(parts, name)));
  let number = 1;
  while (parts.has(`xl/drawings/vmlDrawing${number}.vml`)) number++;
  const part = `xl/drawings/vmlDrawing${number}.vml`;
  parts.write(part, emptyDrawing(1 + Math.max(0, ...blocks)));
  // By its name and not by its ending: taking it out again leaves the list of types as it was.
  await addType(parts, part, DRAWING);
  const link = await addLink(parts, sheet.part, 'vmlDrawing', part, workbook.isStrict);
  const { prefix } = startTag(new TextDecoder().decode(bytes.subarray(scan.root.from, scan.root.tagTo)), 0);
  const at = placeOf(scan, 'legacyDrawing');
  const text = `<${prefix}legacyDrawing xmlns:r="${officeNamespace(workbook.isStrict)}" r:id="${link}"/>`;
  parts.write(sheet.part, splicedBytes(bytes, [{ from: at, to: at, text }]));
  return part;
}

async function drawingText(parts: Parts, part: string): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await parts.bytes(part));
}

/** Takes notes off that Looplens wrote and nobody has changed. */
export async function deleteComments(parts: Parts, sheet: SheetLink, gone: readonly Place[]): Promise<void> {
  if (gone.length === 0) return;
  const known = new Map((await commentsOf(parts, sheet)).map((one) => [`${one.row} ${one.column}`, one]));
  for (const { row, column } of gone) {
    const comment = known.get(`${row} ${column}`);
    const where = cellAddress(sheet.name, row, column);
    if (comment === undefined) throw new Refusal('missing', `There is no comment on ${where}`);
    if (!isSealed(comment.text))
      throw new Refusal('other', `The comment on ${where} is not as Looplens wrote it, so it stays`);
  }
  const bytes = await parts.bytes(sheet.part);
  const scan = SheetScan.of(bytes, sheet.part, parts.opening, () => false);
  checkSheetProtection(scan, bytes, sheet.name);
  const links = await linksOf(parts, sheet.part);
  const part = links.find((link) => link.type === 'comments')?.part ?? null;
  if (part === null) return;
  const isEmpty = await deleteTexts(parts, part, gone);
  if (isEmpty) {
    await removeLinks(parts, sheet.part, (link) => link.part === part);
    await removeParts(parts, [part]);
  }
  const section = scan.section('legacyDrawing');
  if (section === undefined) return;
  const tag = new TextDecoder().decode(bytes.subarray(section.from, section.tagTo));
  const id = startTag(tag, 0).attributes.find(({ name }) => name.endsWith(':id'))?.value;
  const drawing = links.find((link) => link.id === id)?.part ?? null;
  if (drawing === null || !parts.has(drawing)) return;
  const text = withoutBoxes(await drawingText(parts, drawing), gone);
  if (!isEmpty || hasShapes(text) || (await linksOf(parts, drawing)).length > 0) {
    parts.write(drawing, text);
    return;
  }
  await removeLinks(parts, sheet.part, (link) => link.id === id);
  await removeParts(parts, [drawing]);
  parts.write(sheet.part, splicedBytes(bytes, [{ from: section.from, to: section.to, text: '' }]));
}

/** Whether no comment is left. */
async function deleteTexts(parts: Parts, part: string, gone: readonly Place[]): Promise<boolean> {
  const xml = new XmlPart(await parts.text(part));
  const list = childNamed(xml.root, 'commentList');
  const refs = new Set(gone.map(({ row, column }) => cellAddress('', row, column)));
  const comments = list === undefined ? [] : childrenNamed(list, 'comment');
  const isGone = (comment: XmlElement): boolean => refs.has(attributeOf(comment, 'ref') ?? '');
  const left = comments.filter((comment) => !isGone(comment));
  for (const comment of comments) if (isGone(comment)) xml.remove(comment);
  const authors = childNamed(xml.root, 'authors');
  const names = authors === undefined ? [] : childrenNamed(authors, 'author');
  const last = names.at(-1);
  const isOurs = last !== undefined && contentOf(xml.text, last) === author;
  const isUsed = left.some((comment) => Number(attributeOf(comment, 'authorId')) === names.length - 1);
  if (isOurs && !isUsed) xml.remove(last);
  parts.write(part, xml.toString());
  return left.length === 0;
}
