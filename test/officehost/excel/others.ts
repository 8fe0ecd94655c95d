/** Other people at the workbook in Excel, through the real office.js. */
import { cellAddress, parseArea, type Area } from '../../../src/engine/index';
import { hasNotes } from '../../../src/workbook/excel/support';
import type { Others, SeenLook } from '../../contract/others';

const pixels = 4 / 3;

export function othersInExcel(): Others {
  const on = <T>(
    name: string,
    work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T> | T,
  ): Promise<T> =>
    Excel.run(async (context) => {
      const answer = await work(context.workbook.worksheets.getItem(name), context);
      await context.sync();
      return answer;
    });
  return {
    comment: (name, row, column, text) =>
      on(name, (sheet) => {
        sheet.comments.add(sheet.getCell(row, column), text);
      }),
    change: (name, row, column, text) =>
      on(name, (sheet) => {
        const written = hasNotes()
          ? sheet.notes.getItem(cellAddress('', row, column))
          : sheet.comments.getItemByCell(sheet.getCell(row, column));
        written.content = text;
      }),
    rule: (name, cells, formula, fill) =>
      on(name, (sheet) => {
        const { custom } = sheet.getRange(cells).conditionalFormats.add('Custom');
        custom.rule.formula = formula;
        custom.format.fill.color = `#${fill}`;
      }),
    protect: (name) => on(name, (sheet) => sheet.protection.protect()),
    protectStructure: () =>
      Excel.run(async (context) => {
        context.workbook.protection.protect();
        await context.sync();
      }),
    rules: (name) =>
      on(name, async (sheet, context) => {
        const formats = sheet.getRange().conditionalFormats.load({ type: true });
        await context.sync();
        const asked = formats.items.map((format) => ({
          rule: format.custom.rule.load({ formula: true }),
          fill: format.custom.format.fill.load({ color: true }),
          ranges: format.getRanges().load({ address: true }),
        }));
        await context.sync();
        return asked.map(({ rule, fill, ranges }) => ({
          formula: rule.formula,
          fill: hex(fill.color),
          cells: ranges.address.replaceAll(`${name}!`, '').replaceAll(',', ' '),
        }));
      }),
    look: (name, row, column) =>
      on(name, async (sheet, context): Promise<SeenLook> => {
        const { format } = sheet.getCell(row, column);
        format.load({
          horizontalAlignment: true,
          verticalAlignment: true,
          wrapText: true,
          indentLevel: true,
          font: { bold: true, italic: true, size: true, color: true },
          fill: { color: true },
        });
        const above = format.borders.getItem('EdgeTop').load({ style: true, color: true });
        const below = format.borders.getItem('EdgeBottom').load({ style: true, color: true });
        await context.sync();
        const { font, fill } = format;
        return {
          bold: font.bold,
          italic: font.italic,
          size: font.size,
          color: font.color === '#000000' ? null : hex(font.color),
          fill: fill.color === '#FFFFFF' ? null : hex(fill.color),
          align: format.horizontalAlignment.toLowerCase(),
          vertical: format.verticalAlignment.toLowerCase(),
          wrap: format.wrapText,
          indent: format.indentLevel,
          above: above.style === 'None' ? null : hex(above.color),
          below: below.style === 'None' ? null : hex(below.color),
        };
      }),
    layout: (name) =>
      on(name, async (sheet, context) => {
        sheet.load({ showGridlines: true });
        const widths = [0, 1, 2].map((at) =>
          sheet.getCell(0, at).format.load({ columnWidth: true, useStandardWidth: true }),
        );
        const heights = [0, 1, 2].map((at) =>
          sheet.getCell(at, 0).format.load({ rowHeight: true, useStandardHeight: true }),
        );
        const merged = sheet.getRange().getMergedAreasOrNullObject().load({ address: true });
        const page = sheet.pageLayout.load({ orientation: true, zoom: true });
        const printed = page.getPrintAreaOrNullObject().load({ address: true });
        const footer = page.headersFooters.defaultForAllPages.load({ centerFooter: true });
        const breaks = sheet.horizontalPageBreaks.load({ rowIndex: true });
        await context.sync();
        return {
          widths: widths.map((one) => (one.useStandardWidth ? null : one.columnWidth * pixels)),
          heights: heights.map((one) => (one.useStandardHeight ? null : one.rowHeight)),
          gridlines: sheet.showGridlines,
          merges: merged.isNullObject ? [] : merged.address.split(',').map(areaIn),
          landscape: page.orientation === 'Landscape',
          isOnePageWide: page.zoom.horizontalFitToPages === 1,
          printed: printed.isNullObject ? null : areaIn(printed.address),
          footer: footer.centerFooter,
          breaks: breaks.items.map(({ rowIndex }) => rowIndex),
        };
      }),
  };
}

function hex(color: string): string {
  return color.replace('#', '');
}

function areaIn(address: string): Area {
  const area = parseArea(address.replace(/^.*!/, ''));
  if (area === null) throw new Error(`"${address}" is not an address.`);
  return area;
}
