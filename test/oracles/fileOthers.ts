/** Other people at a workbook in a file: its XML, changed and looked into by hand. Only for files that tests make. */
import { parseArea, cellAddress, type Area } from '../../src/engine/index';
import type { FileWorkbook } from '../../src/workbook/file/edit/fileWorkbook';
import { sealed } from '../../src/workbook/seal';
import type { Others, SeenLook } from '../contract/others';
import { entriesOf, partOf } from './editBytes';
import { buildZip } from './zipBuilder';

interface OpenFile {
  get(): FileWorkbook;
  /** Puts a package in the place of what was open. */
  replace(bytes: Uint8Array): void;
}

export function othersInFile(file: OpenFile): Others {
  const bytes = (): Promise<Uint8Array> => file.get().save({ isCalculated: true });
  const edit = async (matches: RegExp, change: (xml: string) => string): Promise<void> => {
    const parts = entriesOf(await bytes());
    file.replace(
      buildZip(
        parts.map(({ name, content }) =>
          matches.test(name) ? { name, content: change(content.toString('utf8')) } : { name, content },
        ),
      ),
    );
  };
  const partOfSheet = async (sheet: string): Promise<string> => sheetPart(await bytes(), sheet);
  const xmlOf = async (sheet: string): Promise<string> => partOf(await bytes(), await partOfSheet(sheet));
  const editSheet = async (sheet: string, change: (xml: string) => string): Promise<void> =>
    edit(new RegExp(`^${await partOfSheet(sheet)}$`), change);
  const change: Others['change'] = (_sheet, row, column, text) =>
    edit(/comments\d+\.xml$/, (xml) =>
      xml.replace(commentAt(row, column), (comment) =>
        comment.replace(/(<t[ >][^<]*?>|<t>)[^<]*/, `$1${escaped(text)}`),
      ),
    );
  return {
    async comment(sheet, row, column, text) {
      await file.get().apply([{ kind: 'add-comment', sheet, row, column, text: sealed('x', '1.0') }]);
      await change(sheet, row, column, text);
    },
    change,
    async rule(sheet, cells, formula, fill) {
      const style = `<dxf><fill><patternFill><bgColor rgb="FF${fill}"/></patternFill></fill></dxf>`;
      await edit(/styles\.xml$/, (xml) =>
        xml.replace('</styleSheet>', `<dxfs count="1">${style}</dxfs></styleSheet>`),
      );
      const rule = `<cfRule type="expression" dxfId="0" priority="1"><formula>${escaped(formula.slice(1))}</formula></cfRule>`;
      await editSheet(sheet, (xml) =>
        xml.replace(
          /(<\/sheetData>|<sheetData\/>)/,
          `$1<conditionalFormatting sqref="${cells}">${rule}</conditionalFormatting>`,
        ),
      );
    },
    protect: (sheet) =>
      editSheet(sheet, (xml) =>
        xml.replace(/(<\/sheetData>|<sheetData\/>)/, '$1<sheetProtection sheet="1"/>'),
      ),
    protectStructure: () =>
      edit(/workbook\.xml$/, (xml) =>
        xml.replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>'),
      ),
    async rules(sheet) {
      const styles = partOf(await bytes(), 'xl/styles.xml');
      const fills = [...styles.matchAll(/<dxf>.*?<\/dxf>/gs)].map(
        ([dxf]) => /Color rgb="FF(\w{6})"/.exec(dxf)?.[1] ?? null,
      );
      const found = [
        ...(await xmlOf(sheet)).matchAll(/<conditionalFormatting sqref="([^"]*)">(.*?)<\/cond/gs),
      ];
      return found
        .map(([, cells, rule]) => ({
          priority: Number(attribute(rule, 'priority')),
          seen: {
            formula: `=${unescaped(/<formula>(.*?)<\/formula>/s.exec(rule)?.[1] ?? '')}`,
            cells,
            fill: fills[Number(attribute(rule, 'dxfId'))],
          },
        }))
        .sort((one, other) => one.priority - other.priority)
        .map(({ seen }) => seen);
    },
    async look(sheet, row, column) {
      const address = cellAddress('', row, column);
      const cell = new RegExp(`<c [^>]*?r="${address}"[^>]*>`).exec(await xmlOf(sheet))?.[0] ?? '';
      return lookOf(partOf(await bytes(), 'xl/styles.xml'), Number(attribute(cell, 's') ?? 0));
    },
    async layout(sheet) {
      const xml = await xmlOf(sheet);
      const column = (at: number): string =>
        new RegExp(`<col min="${at + 1}" max="${at + 1}"[^>]*>`).exec(xml)?.[0] ?? '';
      const row = (at: number): string => new RegExp(`<row r="${at + 1}"[^>]*>`).exec(xml)?.[0] ?? '';
      const setup = /<pageSetup[^>]*>/.exec(xml)?.[0] ?? '';
      const names = partOf(await bytes(), 'xl/workbook.xml');
      const printed = /Print_Area[^>]*>[^<]*!([^<]*)</.exec(names)?.[1];
      return {
        widths: [0, 1, 2].map((at) => scaled(attribute(column(at), 'width'), 7)),
        heights: [0, 1, 2].map((at) => scaled(attribute(row(at), 'ht'), 1)),
        gridlines: !xml.includes('showGridLines="0"'),
        merges: [...xml.matchAll(/<mergeCell ref="([^"]*)"/g)].map(([, address]) => areaIn(address)),
        landscape: attribute(setup, 'orientation') === 'landscape',
        isOnePageWide: attribute(setup, 'fitToWidth') === '1' && xml.includes('fitToPage="1"'),
        printed: printed === undefined ? null : areaIn(printed.replaceAll('$', '')),
        footer: unescaped(/<oddFooter>(.*?)<\/oddFooter>/s.exec(xml)?.[1] ?? ''),
        breaks: [...xml.matchAll(/<brk id="(\d+)"/g)].map(([, id]) => Number(id)),
      };
    },
  };
}

function sheetPart(bytes: Uint8Array, sheet: string): string {
  const id = new RegExp(`<sheet name="${sheet}"[^>]*r:id="(\\w+)"`).exec(
    partOf(bytes, 'xl/workbook.xml'),
  )?.[1];
  const links = [...partOf(bytes, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)];
  const target = links.map(([link]) => link).find((link) => attribute(link, 'Id') === id);
  return `xl/${attribute(target ?? '', 'Target') ?? ''}`;
}

function lookOf(styles: string, style: number): SeenLook {
  const list = (name: string, item: string): string[] => {
    const inside = new RegExp(`<${name}[ >].*?</${name}>`, 's').exec(styles)?.[0] ?? '';
    return [...inside.matchAll(new RegExp(`<${item}(?: [^>]*[^/>])?(?:/>|>.*?</${item}>)`, 'gs'))].map(
      ([xml]) => xml,
    );
  };
  const own = list('cellXfs', 'xf')[style];
  const at = (name: string, item: string, id: string): string =>
    list(name, item)[Number(attribute(own, id) ?? 0)];
  const font = at('fonts', 'font', 'fontId');
  const fill = at('fills', 'fill', 'fillId');
  const border = at('borders', 'border', 'borderId');
  const side = (name: string): string | null =>
    new RegExp(`<${name} [^>]*>.*?rgb="FF(\\w{6})".*?</${name}>`, 's').exec(border)?.[1] ?? null;
  return {
    bold: /<b\/>/.test(font),
    italic: /<i\/>/.test(font),
    size: Number(/<sz val="([^"]*)"/.exec(font)?.[1]),
    color: /<color rgb="FF(\w{6})"/.exec(font)?.[1] ?? null,
    fill: /<fgColor rgb="FF(\w{6})"/.exec(fill)?.[1] ?? null,
    align: attribute(own, 'horizontal') ?? 'general',
    vertical: attribute(own, 'vertical') ?? 'bottom',
    wrap: attribute(own, 'wrapText') === '1',
    indent: Number(attribute(own, 'indent') ?? 0),
    above: side('top'),
    below: side('bottom'),
  };
}

function commentAt(row: number, column: number): RegExp {
  return new RegExp(`<comment ref="${cellAddress('', row, column)}".*?</comment>`, 's');
}

function attribute(xml: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(xml)?.[1];
}

function scaled(text: string | undefined, by: number): number | null {
  return text === undefined ? null : Number(text) * by;
}

function areaIn(address: string): Area {
  const area = parseArea(address);
  if (area === null) throw new Error(`"${address}" is not an address.`);
  return area;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function unescaped(xml: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name]);
}
