/** Names in the workbook part: which are read, and that defining one touches nothing else of the package. */
import { blankWorkbook } from '../../../src/workbook/file/newWorkbook';
import type { Operation } from '../../../src/workbook/port';
import { changedParts, edited, opened, partOf, refusedBy } from '../../oracles/editBytes';
import { openBytes } from '../../oracles/openBytes';
import { buildWorkbook } from '../../oracles/workbookBuilder';

const part = 'xl/workbook.xml';
const define = (name: string, formula: string): Operation => ({ kind: 'define-name', name, formula });

/** Two sheets and these names. */
function named(names: string, prefix = ''): Uint8Array {
  return buildWorkbook({
    prefix,
    sheets: [{ name: 'One' }, { name: 'Two' }],
    part: (given) =>
      given.name === part && typeof given.content === 'string'
        ? {
            ...given,
            content: given.content.replace(
              `</${prefix}sheets>`,
              `</${prefix}sheets><${prefix}definedNames>${names}</${prefix}definedNames><${prefix}calcPr calcId="1"/>`,
            ),
          }
        : given,
  });
}

describe('names of a file', () => {
  it('are read as a user types them, each with its sheet', async () => {
    const book = await opened(
      named(
        '<definedName name="CIRCULARITY">_xlfn.LAMBDA(_xlpm.d,_xldudf_DEAL_CIRCULARITY(_xlpm.d))</definedName>' +
          '<definedName name="Note" comment="x">"a &lt; b"&amp;<![CDATA[One!$A$1]]></definedName>' +
          '<definedName name="Paid" localSheetId="1"> Two!$A$1 </definedName>',
      ),
    );
    expect(book.names).toEqual([
      { name: 'CIRCULARITY', sheet: null, formula: '=LAMBDA(d,DEAL.CIRCULARITY(d))' },
      { name: 'Note', sheet: null, formula: '="a < b"&One!$A$1' },
      { name: 'Paid', sheet: 1, formula: '=Two!$A$1' },
    ]);
  });

  it('are read whatever the prefix of their namespace', async () => {
    const book = await opened(named('<x:definedName name="Rate">0.25</x:definedName>', 'x:'));
    expect(book.names).toEqual([{ name: 'Rate', sheet: null, formula: '=0.25' }]);
  });

  it('are left out where no formula can use them', async () => {
    const book = await opened(
      named(
        '<definedName name="_xlnm.Print_Area" localSheetId="0">One!$A$1</definedName>' +
          '<definedName name="Hidden" hidden="1">1</definedName>' +
          '<definedName name="Gone">#REF!</definedName>' +
          '<definedName name="Macro" function="1" vbProcedure="1">0</definedName>' +
          '<definedName name="Empty"/><definedName>1</definedName>' +
          '<definedName name="Nowhere" localSheetId="7">1</definedName>',
      ),
    );
    expect(book.names).toEqual([]);
  });

  it('are not kept unless formulas are asked for', async () => {
    const book = await openBytes(named('<definedName name="Rate">0.25</definedName>'));
    expect(book.names).toBeUndefined();
  });
});

describe('names that are written', () => {
  it('are stored as files have them, before the settings of calculation, and nothing else is touched', async () => {
    const bytes = await blankWorkbook(['Sheet1']);
    const out = await edited(bytes, [define('CIRCULARITY', '=LAMBDA(d,DEAL.CIRCULARITY(d))')]);
    expect(changedParts(bytes, out)).toEqual([part]);
    const before = partOf(bytes, part);
    const after = partOf(out, part);
    const list =
      '<definedNames><definedName name="CIRCULARITY">_xlfn.LAMBDA(_xlpm.d,_xldudf_DEAL_CIRCULARITY(_xlpm.d))</definedName></definedNames>';
    expect(after).toContain(`</sheets>${list}<calcPr`);
    expect(after.replace(list, '').replace(/<calcPr[^>]*\/>/, '')).toBe(
      before.replace(/<calcPr[^>]*\/>/, ''),
    );
  });

  it('keep the place, the comment and the neighbours of the one that they replace', async () => {
    const names = (text: string): string =>
      `<definedName name="A_b" localSheetId="0">One!$A$1</definedName><definedName name="A_b" comment="kept">${text}</definedName><definedName name="C_d">7</definedName>`;
    const out = partOf(await edited(named(names('One!$B$2')), [define('A_b', '=Two!$A$1&"<"')]), part);
    expect(out).toContain(`<definedNames>${names('Two!$A$1&amp;&quot;&lt;&quot;')}</definedNames>`);
  });

  it('take their list along when the last is deleted', async () => {
    const out = await edited(named('<definedName name="Rate">0.25</definedName>'), [
      { kind: 'delete-name', name: 'RATE' },
    ]);
    expect(partOf(out, part)).not.toContain('definedName');
  });

  it.each([
    [define('Rate', '=SUM((1'), 'The formula "=SUM((1" of the name "Rate" has a parenthesis left open'],
    [define('HIDDEN', '=1'), 'The workbook has a hidden name "HIDDEN" already'],
    [{ kind: 'delete-name', name: 'Hidden' } as const, 'There is no name "Hidden"'],
  ])('are refused: %j', async (operation, sentence) => {
    const bytes = named('<definedName name="Hidden" hidden="1">1</definedName>');
    const refusal = await refusedBy(edited(bytes, [operation]));
    expect(refusal.message).toContain(sentence);
    expect(refusal.message).toContain('Nothing was changed.');
  });
});
