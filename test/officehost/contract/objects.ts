import { area, failureOf, freshSheet, type ContractPart } from './page';

export const objects: ContractPart = (page) => {
  describe('sheets', () => {
    it('are added, renamed, found by name and id, listed, and deleted', async () => {
      await page().Excel.run(async (context) => {
        const sheets = context.workbook.worksheets;
        const added = sheets.add('Deals');
        added.load('name, id, position, visibility');
        await context.sync();
        added.name = 'Ledger';
        const byId = sheets.getItem(added.id);
        byId.load('name');
        const missing = sheets.getItemOrNullObject('Deals');
        missing.load('name');
        sheets.load('items/name');
        await context.sync();
        expect(byId.name).toBe('Ledger');
        expect(missing.isNullObject).toBe(true);
        expect(sheets.items.map((sheet) => sheet.name)).toContain('Ledger');
        added.delete();
        const gone = sheets.getItemOrNullObject('Ledger');
        await context.sync();
        expect(gone.isNullObject).toBe(true);
      });
    });

    it('refuse a name that is in use and one that is not allowed', async () => {
      for (const [name, code] of [
        ['Sheet1', 'ItemAlreadyExists'],
        ['a/b', 'InvalidArgument'],
      ]) {
        const failure = await failureOf(
          page().Excel.run(async (context) => {
            context.workbook.worksheets.add(name);
            await context.sync();
          }),
        );
        expect(failure.code).toBe(code);
      }
    });

    it('that were deleted meanwhile answer ItemNotFound', async () => {
      const id = freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(id);
        sheet.load('name');
        await context.sync();
        page().model.deleteSheet(id);
        sheet.getRange('A1').values = [[1]];
        const failure = await failureOf(context.sync());
        expect(failure.code).toBe('ItemNotFound');
      });
    });

    it('that are protected refuse writing and can still be read', async () => {
      const id = freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(id);
        sheet.protection.protect();
        sheet.protection.load('protected');
        await context.sync();
        expect(sheet.protection.protected).toBe(true);
        const range = sheet.getRange('A1');
        range.load('values');
        await context.sync();
        range.values = [[1]];
        const failure = await failureOf(context.sync());
        expect(failure.code).toBe('AccessDenied');
        sheet.protection.unprotect();
        sheet.getRange('A1').values = [[2]];
        await context.sync();
      });
      expect(page().model.value(id, 0, 0)).toBe(2);
    });
  });

  describe('tables', () => {
    it('are made from a range and know their parts, columns and rows', async () => {
      freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.getRange('A1:B3').values = [
          ['From', 'Amount'],
          ['Nvidia', 100],
          ['OpenAI', 300],
        ];
        const table = sheet.tables.add('A1:B3', true);
        table.name = 'Deals';
        table.style = 'TableStyleLight9';
        const body = table.getDataBodyRange();
        const amount = table.columns.getItem('Amount').getDataBodyRange();
        body.load('address');
        amount.load('values');
        table.columns.load('items/name');
        table.rows.load('count');
        table.load('name, style, showHeaders, showTotals, id');
        await context.sync();
        expect(body.address).toMatch(/!A2:B3$/);
        expect(amount.values).toEqual([[100], [300]]);
        expect(table.columns.items.map((column) => column.name)).toEqual(['From', 'Amount']);
        expect(table.rows.count).toBe(2);
        expect([table.name, table.style, table.showHeaders, table.showTotals]).toEqual([
          'Deals',
          'TableStyleLight9',
          true,
          false,
        ]);
        const again = context.workbook.tables.getItem('deals');
        const inside = sheet.getRange('B2').getTables(false);
        again.load('id');
        inside.load('items/name');
        await context.sync();
        expect(again.id).toBe(table.id);
        expect(inside.items.map((found) => found.name)).toEqual(['Deals']);
        table.convertToRange();
        const none = context.workbook.tables.getItemOrNullObject('Deals');
        await context.sync();
        expect(none.isNullObject).toBe(true);
      });
    });
  });

  describe('what travels with the workbook', () => {
    it('names stand for ranges', async () => {
      const id = freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        context.workbook.names.add('DealArea', sheet.getRange('A1:C9'));
        const named = context.workbook.names.getItem('dealarea');
        const range = named.getRange();
        const byName = sheet.getRange('DealArea');
        named.load('name, type, formula, scope');
        range.load('address');
        byName.load('address');
        await context.sync();
        expect(named.formula).toBe(
          `=${
            page()
              .model.sheets()
              .find((s) => s.id === id)?.name ?? ''
          }!$A$1:$C$9`,
        );
        expect([named.type, named.scope]).toEqual(['Range', 'Workbook']);
        expect(byName.address).toBe(range.address);
        named.delete();
        const gone = context.workbook.names.getItemOrNullObject('DealArea');
        await context.sync();
        expect(gone.isNullObject).toBe(true);
      });
    });

    it('settings and custom XML parts come back as they were given', async () => {
      await page().Excel.run(async (context) => {
        const { settings, customXmlParts } = context.workbook;
        settings.add('basis', { kind: 'expected', n: 1 });
        const part = customXmlParts.add('<a:lens xmlns:a="urn:looplens"><a:b/></a:lens>');
        const setting = settings.getItem('basis');
        setting.load('value');
        part.load('id, namespaceUri');
        await context.sync();
        expect(setting.value).toEqual({ kind: 'expected', n: 1 });
        expect(part.namespaceUri).toBe('urn:looplens');
        const xml = customXmlParts.getByNamespace('urn:looplens').getOnlyItem().getXml();
        const none = customXmlParts.getByNamespace('urn:other').getOnlyItemOrNullObject();
        await context.sync();
        expect(xml.value).toContain('<a:b/>');
        expect(none.isNullObject).toBe(true);
        part.delete();
        setting.delete();
        const count = customXmlParts.getCount();
        await context.sync();
        expect(count.value).toBe(0);
      });
    });

    it('settings are the workbook’s: what it came with is read, what is changed or deleted is so there', async () => {
      const { model } = page();
      model.settings.clear();
      model.settings.set('looplens', 'from the file');
      await page().Excel.run(async (context) => {
        const { settings } = context.workbook;
        const kept = settings.getItem('looplens').load('key, value');
        const none = settings.getItemOrNullObject('other').load('value');
        settings.load('items/key');
        await context.sync();
        expect([kept.key, kept.value]).toEqual(['looplens', 'from the file']);
        expect(none.isNullObject).toBe(true);
        expect(settings.items.map(({ key }) => key)).toEqual(['looplens']);
        kept.value = 'changed';
        settings.add('other', 1);
        await context.sync();
        expect([...model.settings]).toEqual([
          ['looplens', 'changed'],
          ['other', 1],
        ]);
        settings.add('other', 2);
        kept.delete();
        await context.sync();
        expect([...model.settings]).toEqual([['other', 2]]);
        settings.getItem('other').delete();
        await context.sync();
      });
    });

    it('comments sit at one cell and have replies', async () => {
      freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const comment = context.workbook.comments.add(sheet.getRange('B2'), 'Round trip of 100');
        comment.replies.add('Seen.');
        sheet.comments.load('items/content, items/id');
        const place = comment.getLocation();
        place.load('address');
        comment.replies.load('items/content');
        await context.sync();
        expect(sheet.comments.items.map((one) => one.content)).toEqual(['Round trip of 100']);
        expect(place.address).toMatch(/!B2$/);
        expect(comment.replies.items.map((reply) => reply.content)).toEqual(['Seen.']);
        const failure = await failureOf(
          page().Excel.run(async (other) => {
            const same = other.workbook.worksheets.getActiveWorksheet().getRange('B2');
            other.workbook.comments.add(same, 'again');
            await other.sync();
          }),
        );
        expect(failure.code).toBe('InvalidOperation');
        comment.delete();
        const count = sheet.comments.getCount();
        await context.sync();
        expect(count.value).toBe(0);
      });
    });

    it('conditional formats keep their rule and their range', async () => {
      freshSheet(page());
      await page().Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:A9');
        const format = range.conditionalFormats.add('Custom');
        format.custom.rule.formula = '=A1>100';
        format.custom.format.fill.color = '#FFC7CE';
        range.conditionalFormats.load('items/type');
        format.custom.rule.load('formula');
        const bars = format.dataBarOrNullObject;
        bars.load('showDataBarOnly');
        await context.sync();
        expect(range.conditionalFormats.items.map((one) => one.type)).toEqual(['Custom']);
        expect(format.custom.rule.formula).toBe('=A1>100');
        expect(bars.isNullObject).toBe(true);
        range.conditionalFormats.clearAll();
        const count = range.conditionalFormats.getCount();
        await context.sync();
        expect(count.value).toBe(0);
      });
    });

    it('document settings are saved as text and read again', async () => {
      const { settings } = page().Office.context.document;
      settings.set('ledger', { area: 'A1:H90' });
      await new Promise<void>((resolve) => {
        settings.saveAsync(() => {
          resolve();
        });
      });
      expect(Object.fromEntries(page().host.readSettings())['ledger']).toBe('{"area":"A1:H90"}');
    });
  });

  describe('one request', () => {
    it('is one step of undo', async () => {
      const sheet = freshSheet(page());
      await page().Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
        range.values = [[1]];
        range.getOffsetRange(1, 0).values = [[2]];
        await context.sync();
      });
      const { model } = page();
      expect(model.undo()).toBe(true);
      expect(model.values(sheet, area(0, 0, 1, 0))).toEqual([[null], [null]]);
      expect(model.redo()).toBe(true);
      expect(model.values(sheet, area(0, 0, 1, 0))).toEqual([[1], [2]]);
    });
  });
};
