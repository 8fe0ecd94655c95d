/** What the add-in keeps in a file: read, written as Excel does, and nothing else of the package touched. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADD_IN } from '../../../src/workbook/file/addIn';
import { blankWorkbook } from '../../../src/workbook/file/newWorkbook';
import { changedParts, partOf, workbookOf } from '../../oracles/editBytes';
import { openBytes, refusalOf } from '../../oracles/openBytes';
import { buildWorkbook } from '../../oracles/workbookBuilder';
import type { PartSpec } from '../../oracles/zipBuilder';

const root = join(__dirname, '..', '..', '..');
const PANES = 'xl/webextensions/taskpanes.xml';
const PANE_LINKS = 'xl/webextensions/_rels/taskpanes.xml.rels';
const EXTENSION = 'xl/webextensions/webextension1.xml';
const microsoft = 'http://schemas.microsoft.com/office';
const links = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Values = Readonly<Record<string, unknown>>;

async function settingsOf(bytes: Uint8Array): Promise<Values> {
  const { settings } = await openBytes(bytes, 'deals.xlsx', { settings: true });
  return Object.fromEntries(settings ?? []);
}

function keep(bytes: Uint8Array, settings: Values): Promise<Uint8Array> {
  return workbookOf(bytes).save({ isCalculated: true, settings: new Map(Object.entries(settings)) });
}

/** A web extension as Excel writes it. */
function extension(id: string, properties: string, prefix = 'we:'): string {
  const inner = `<reference id="${id}" version="1.0.0.0" store="en-US" storeType="OMEX"/><alternateReferences/>${properties}<bindings/><snapshot/>`;
  const named = inner.replace(/<(\/?)(?=[a-z])/g, `<$1${prefix}`);
  const namespace = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${prefix}webextension ${namespace}="${microsoft}/webextensions/webextension/2010/11" id="{11111111-2222-3333-4444-555555555555}">${named}</${prefix}webextension>`;
}

/** A workbook with these web extensions in it. */
function extended(...extensions: (string | null)[]): Uint8Array {
  const panes = extensions.map(
    (_, at) =>
      `<wetp:taskpane dockstate="right" visibility="1" width="350" row="${at}"><wetp:webextensionref xmlns:r="${office}" r:id="rId${at + 1}"/></wetp:taskpane>`,
  );
  const related = extensions.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${microsoft}/2011/relationships/webextension" Target="webextension${at + 1}.xml"/>`,
  );
  const parts: PartSpec[] = [
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${links}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${microsoft}/2011/relationships/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/></Relationships>`,
    },
    {
      name: PANES,
      content: `<wetp:taskpanes xmlns:wetp="${microsoft}/webextensions/taskpanes/2010/11">${panes.join('')}</wetp:taskpanes>`,
    },
    { name: PANE_LINKS, content: `<Relationships xmlns="${links}">${related.join('')}</Relationships>` },
    ...extensions.flatMap((content, at) =>
      content === null ? [] : [{ name: `xl/webextensions/webextension${at + 1}.xml`, content }],
    ),
  ];
  return buildWorkbook({ parts });
}

const foreign = extension(
  'wa104380646',
  '<properties><property name="looplens" value="&quot;theirs&quot;"/></properties>',
);
const strange: Values = {
  looplens: '{"a":"b & \\"c\\" <d> \n\t€ 한국어 \ud83d\ude00 \ufffe \u0001"}',
  'key "<&>"': [1, true, null, { deep: 'x' }],
  nothing: null,
};

describe('settings in a file', () => {
  it('are known by the id and the version of the manifest', () => {
    const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
    expect(manifest).toContain(`<Id>${ADD_IN.id}</Id>`);
    expect(manifest).toContain(`<Version>${ADD_IN.version}</Version>`);
  });

  it('are read only when somebody asks', async () => {
    const bytes = await keep(await blankWorkbook(['One']), { looplens: 'kept' });
    expect((await openBytes(bytes)).settings).toBeUndefined();
    expect(await settingsOf(bytes)).toEqual({ looplens: 'kept' });
    expect(await settingsOf(await blankWorkbook(['One']))).toEqual({});
  });

  it('come back as they were given, whatever characters they have', async () => {
    expect(await settingsOf(await keep(await blankWorkbook(['One']), strange))).toEqual(strange);
  });

  it('are put beside the parts of the file, as properties of a pane that is not visible', async () => {
    const before = await blankWorkbook(['One']);
    const bytes = await keep(before, { looplens: '{"a":1}' });
    expect(changedParts(before, bytes)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      `+${EXTENSION}`,
      `+${PANES}`,
      `+${PANE_LINKS}`,
    ]);
    expect(partOf(bytes, EXTENSION)).toContain(
      '<we:properties><we:property name="looplens" value="&quot;{\\&quot;a\\&quot;:1}&quot;"/></we:properties>',
    );
    expect(partOf(bytes, PANES)).toContain('visibility="0"');
    expect(partOf(bytes, '[Content_Types].xml')).toMatch(
      /webextension1\.xml" ContentType="application\/vnd\.ms-office\.webextension\+xml".*taskpanes\.xml" ContentType="application\/vnd\.ms-office\.webextensiontaskpanes\+xml"/,
    );
    expect(partOf(bytes, '_rels/.rels')).toContain(
      `Type="${microsoft}/2011/relationships/webextensiontaskpanes" Target="/${PANES}"`,
    );
  });

  it('leave the file as it is when there is nothing to keep, or nothing new', async () => {
    const blank = await blankWorkbook(['One']);
    expect(Buffer.compare(await keep(blank, {}), blank)).toBe(0);
    const kept = await keep(blank, strange);
    expect(Buffer.compare(await keep(kept, strange), kept)).toBe(0);
  });

  it('change in their own part alone', async () => {
    const before = await keep(await blankWorkbook(['One']), { looplens: 'old', other: 1 });
    const after = await keep(before, { looplens: 'new', added: true });
    expect(await settingsOf(after)).toEqual({ looplens: 'new', added: true });
    expect(changedParts(before, after)).toEqual([EXTENSION]);
    expect(await settingsOf(await keep(after, {}))).toEqual({});
  });

  it('of another add-in are not ours and stay byte for byte', async () => {
    const before = extended(foreign);
    expect(await settingsOf(before)).toEqual({});
    const after = await keep(before, { looplens: 'ours' });
    expect(await settingsOf(after)).toEqual({ looplens: 'ours' });
    expect(changedParts(before, after)).toEqual([
      '[Content_Types].xml',
      PANES,
      PANE_LINKS,
      '+xl/webextensions/webextension2.xml',
    ]);
    expect(partOf(after, PANES)).toMatch(
      /row="0".*row="1"><wetp:webextensionref xmlns:r="[^"]+" r:id="rId2"/,
    );
    expect(changedParts(after, await keep(after, { looplens: 'again' }))).toEqual([
      'xl/webextensions/webextension2.xml',
    ]);
  });

  it.each(['we:', ''])('are found behind those of others, with the prefix "%s"', async (prefix) => {
    const id = `{${ADD_IN.id.toUpperCase()}}`;
    const own = '<properties><property name="looplens" value="&quot;old&quot;"/></properties>';
    const bytes = extended(foreign, extension(id, own, prefix));
    expect(await settingsOf(bytes)).toEqual({ looplens: 'old' });
    expect(await settingsOf(await keep(bytes, { looplens: 'new', more: 2 }))).toEqual({
      looplens: 'new',
      more: 2,
    });
  });

  it.each(['', '<properties/>'])('are put into a web extension with "%s"', async (properties) => {
    const after = await keep(extended(extension(ADD_IN.id, properties)), { looplens: 'x' });
    expect(await settingsOf(after)).toEqual({ looplens: 'x' });
    expect(partOf(after, EXTENSION)).toMatch(
      /alternateReferences\/><we:properties>.*<\/we:properties><we:bind/,
    );
  });

  it('break a signature, which is said', async () => {
    const signature = { name: '_xmlsignatures/sig1.xml', content: '<Signature/>' };
    const workbook = workbookOf(buildWorkbook({ parts: [signature] }));
    await workbook.save({ settings: new Map() });
    expect(await workbook.notes()).toEqual([]);
    await workbook.save({ settings: new Map([['looplens', 'x']]) });
    expect(await workbook.notes()).toEqual([expect.stringContaining('"deals.xlsx" is signed.')]);
  });

  it('that are no JSON are left in the file and not read', async () => {
    const own =
      '<properties><property name="odd" value="{"/><property name="looplens" value="1"/></properties>';
    const bytes = extended(extension(ADD_IN.id, own));
    expect(await settingsOf(bytes)).toEqual({ looplens: 1 });
    expect(partOf(await keep(bytes, {}), EXTENSION)).toContain(
      '<we:properties><we:property name="odd" value="{"/></we:properties>',
    );
  });

  it('are none where the part is missing, and a damaged part is named', async () => {
    expect(await settingsOf(extended(null))).toEqual({});
    const refusal = await refusalOf(settingsOf(extended('<we:webextension')));
    expect(refusal.message).toContain(`its part "${EXTENSION}" is damaged`);
  });
});
