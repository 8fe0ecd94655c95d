import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../src/commands/commands';
import { everyElement, named, only, type Element } from './element';
import { koreanShortcuts, manifest, origins, readJson, root, shortcuts } from './project';

/** Order of children, for each parent where Office insists on one. '?' marks what may be absent. */
const orders: Readonly<Record<string, string>> = {
  OfficeApp:
    'Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions Dictionary? VersionOverrides ExtendedOverrides',
  VersionOverrides: 'Description Requirements? Hosts Resources WebApplicationInfo? EquivalentAddins?',
  'Host Workbook': 'Runtimes AllFormFactors DesktopFormFactor',
  DesktopFormFactor: 'GetStarted FunctionFile ExtensionPoint',
  GetStarted: 'Title Description LearnMoreUrl',
  'ExtensionPoint CustomFunctions': 'Script Page Metadata Namespace',
  CustomTab: 'Group Label',
  Group: 'OverriddenByRibbonApi? Label Icon Control',
  'Control Button': 'Label Supertip Icon Action Enabled?',
  Supertip: 'Title Description',
  Resources: 'bt:Images bt:Urls bt:ShortStrings bt:LongStrings',
};

const typeOf = (element: Element) =>
  [element.name, element.attributes['xsi:type']].filter((part) => part !== undefined).join(' ');

/** Names of the children without repetitions. */
const childNames = (element: Element) => [...new Set(element.children.map(({ name }) => name))];

const resources = only(manifest, 'Resources').children.flatMap((group) => group.children);
const resourceOf = (id: string) => resources.find((resource) => resource.attributes['id'] === id);
const korean = (element: Element) =>
  element.children.find(({ attributes }) => attributes['Locale'] === 'ko-KR')?.attributes['Value'];

/** Every address of the manifest, overrides included. */
const addresses = everyElement(manifest)
  .flatMap(({ attributes, text }) => [...Object.values(attributes), text])
  .filter((value) => /^https?:/.test(value) && !value.startsWith('http://schemas.microsoft.com/'))
  .filter((value) => !value.startsWith('http://www.w3.org/'));

describe('the order of elements', () => {
  const ordered = everyElement(manifest).filter(
    (element) => (orders[typeOf(element)] ?? orders[element.name]) !== undefined,
  );

  it.each(ordered.map((element) => [typeOf(element), element] as const))('%s', (type, element) => {
    const order = (orders[type] ?? orders[element.name]).split(' ');
    const present = childNames(element);
    const expected = order.filter((name) => !name.endsWith('?') || present.includes(name.slice(0, -1)));
    expect(present).toEqual(expected.map((name) => name.replace('?', '')));
  });

  it('has no order for a parent that is not there', () => {
    const seen = new Set(
      ordered.map((element) => (orders[typeOf(element)] ? typeOf(element) : element.name)),
    );
    expect([...seen].sort()).toEqual(Object.keys(orders).sort());
  });
});

describe('identity', () => {
  it('has a GUID that is its own', () => {
    const id = only(
      { ...manifest, children: manifest.children.filter(({ name }) => name === 'Id') },
      'Id',
    ).text;
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('has the version of package.json, with a fourth part', () => {
    const { version } = readJson<{ version: string }>('package.json');
    expect(only(manifest, 'Version').text).toBe(`${version}.0`);
  });

  it('asks for the permission that workbooks need, and no more', () => {
    expect(only(manifest, 'Permissions').text).toBe('ReadWriteDocument');
  });

  it('declares the sets that exclude no Excel with custom functions and a shared runtime', () => {
    const sets = named(manifest, 'Set').map(
      ({ attributes }) => `${attributes['Name']} ${attributes['MinVersion']}`,
    );
    expect(sets).toEqual(['SharedRuntime 1.1', 'CustomFunctionsRuntime 1.3', 'ExcelApi 1.12']);
  });
});

describe('resources', () => {
  it('are all found, and each is used', () => {
    const asked = new Set(everyElement(manifest).flatMap(({ attributes }) => attributes['resid'] ?? []));
    const given = resources.map(({ attributes }) => attributes['id']);
    expect([...asked].sort()).toEqual([...given].sort());
  });

  it('have ids of at most 32 characters, none twice', () => {
    const ids = everyElement(manifest).flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(ids.filter((id) => id.length > 32)).toEqual([]);
    const own = ids.filter((id) => !/^ContextMenu/.test(id));
    expect(own).toHaveLength(new Set(own).size);
  });

  it.each([
    ['bt:ShortStrings', 125],
    ['bt:LongStrings', 250],
  ])('%s have at most %d characters in both languages', (group, limit) => {
    const strings = only(manifest, group).children.flatMap((string) => [
      string.attributes['DefaultValue'],
      korean(string) ?? '',
    ]);
    expect(strings.filter((text) => text.length > limit)).toEqual([]);
  });

  it('are short strings as labels and titles, long strings as descriptions', () => {
    const group = (element: Element) =>
      only(manifest, 'Resources').children.find(({ children }) =>
        children.some(({ attributes }) => attributes['id'] === element.attributes['resid']),
      )?.name;
    const inside = only(manifest, 'VersionOverrides');
    for (const name of ['Label', 'Title']) {
      for (const element of named(inside, name)) expect(group(element)).toBe('bt:ShortStrings');
    }
    for (const element of named(inside, 'Description')) expect(group(element)).toBe('bt:LongStrings');
  });
});

describe('languages', () => {
  /** What carries no words: a script, and the namespace, which is in the formulas of saved workbooks. */
  const wordless = ['Functions.Script', 'Functions.Namespace'];

  it('every string and every page has a Korean override', () => {
    const translatable = [
      ...['DisplayName', 'SupportUrl'].map((name) => only(manifest, name)),
      ...manifest.children.filter(({ name }) => name === 'Description'),
      ...only(manifest, 'DefaultSettings').children,
      ...resources.filter(
        ({ name, attributes }) => name !== 'bt:Image' && !wordless.includes(attributes['id']),
      ),
    ];
    expect(translatable.filter((element) => korean(element) === undefined)).toEqual([]);
  });

  it('the namespace is never translated, because formulas are saved with it', () => {
    const namespace = resourceOf('Functions.Namespace');
    expect(namespace?.attributes['DefaultValue']).toBe('DEAL');
    expect(namespace?.children).toEqual([]);
  });

  it('Korean text is Korean, unless it is the name of the product', () => {
    const strings = [
      ...only(manifest, 'bt:ShortStrings').children,
      ...only(manifest, 'bt:LongStrings').children,
    ];
    const foreign = strings
      .filter((string) => !/[가-힣]/.test(korean(string) ?? '한'))
      .map((string) => korean(string));
    expect(foreign).toEqual(['Looplens']);
  });

  it('shortcuts have the same resources in Korean, and use each', () => {
    const names = Object.keys(shortcuts.resources.default);
    expect(Object.keys(koreanShortcuts)).toEqual(names);
    const used = JSON.stringify([shortcuts.actions, shortcuts.shortcuts]).matchAll(/\$\{resource\.(\w+)\}/g);
    expect([...used].map(([, name]) => name).sort()).toEqual([...names].sort());
  });
});

describe('addresses', () => {
  it('are all on the one development domain, with https', () => {
    expect(new Set(addresses.map((address) => new URL(address).origin))).toEqual(
      new Set([origins.development]),
    );
    expect(new URL(origins.production).protocol).toBe('https:');
    expect(new Set(Object.values(origins)).size).toBe(2);
  });

  it('name one page for runtime, functions and commands', () => {
    const page = ['Runtime', 'FunctionFile'].map((name) => only(manifest, name).attributes['resid']);
    const sources = [only(manifest, 'Page'), ...named(manifest, 'Action')].flatMap((element) =>
      named(element, 'SourceLocation').map(({ attributes }) => attributes['resid']),
    );
    expect(new Set([...page, ...sources])).toEqual(new Set(['Taskpane.Url']));
    expect(resourceOf('Taskpane.Url')?.attributes['DefaultValue']).toBe(
      only(manifest, 'DefaultSettings').children[0].attributes['DefaultValue'],
    );
  });
});

describe('commands', () => {
  const functionNames = named(manifest, 'FunctionName').map(({ text }) => text);

  it('are all in the table of commands, and so are the shortcuts; no command is without a button', () => {
    const inPane = ['taskpane.html', 'taskpane.ko.html'].map((page) =>
      [...readFileSync(join(root, 'src', 'taskpane', page), 'utf8').matchAll(/data-command="(\w+)"/g)].map(
        ([, id]) => id,
      ),
    );
    expect(inPane[1]).toEqual(inPane[0]);
    const known = Object.keys(commands)
      .filter((id) => !inPane[0].includes(id))
      .sort();
    expect([...known, ...inPane[0]].sort()).toEqual(Object.keys(commands).sort());
    expect([...new Set(functionNames)].sort()).toEqual(known);
    expect(shortcuts.actions.map(({ id }) => id).sort()).toEqual(known);
    expect(shortcuts.shortcuts.map(({ action }) => action).sort()).toEqual(known);
  });

  it('only one button shows the pane, and it is enabled at the start', () => {
    const showing = named(manifest, 'Control').filter((control) =>
      named(control, 'Action').some(({ attributes }) => attributes['xsi:type'] === 'ShowTaskpane'),
    );
    expect(showing).toHaveLength(1);
    expect(only(showing[0], 'Enabled').text).toBe('true');
  });

  it('have keys that no browser keeps for itself, and none twice', () => {
    const keysOf = (strings: Readonly<Record<string, { value: string }>>) =>
      Object.entries(strings)
        .filter(([name]) => !name.endsWith('_name'))
        .map(([, { value }]) => value);
    for (const keys of [keysOf(shortcuts.resources.default), keysOf(koreanShortcuts)]) {
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key).toMatch(/^(Ctrl|Command)\+Shift\+Alt\+[A-Z]$/);
    }
  });
});

describe('icons', () => {
  const images = resources.filter(({ name }) => name === 'bt:Image');

  it('are there, in the size that their place asks for', () => {
    for (const { attributes } of named(manifest, 'bt:Image').filter(
      ({ attributes: a }) => a['resid'] !== undefined,
    )) {
      const address = resourceOf(attributes['resid'])?.attributes['DefaultValue'] ?? '';
      expect(address).toMatch(new RegExp(`-${attributes['size']}\\.png$`));
    }
    const missing = images
      .map(({ attributes }) => new URL(attributes['DefaultValue']).pathname)
      .filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });

  it('come in all sizes wherever an icon is shown', () => {
    for (const icon of named(manifest, 'Icon')) {
      expect(icon.children.map(({ attributes }) => Number(attributes['size']))).toEqual([
        16, 20, 24, 32, 40, 48, 64, 80,
      ]);
    }
    expect(only(manifest, 'IconUrl').attributes['DefaultValue']).toMatch(/\/mark-32\.png$/);
    expect(only(manifest, 'HighResolutionIconUrl').attributes['DefaultValue']).toMatch(/\/mark-64\.png$/);
  });
});
