import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { everyElement, parseXml } from './element';
import { functionsIn, origins, root } from './project';

/** The add-in as `npm run build` makes it for production, in a folder of its own. */
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'looplens-addin-'));
  const webpack = resolve(root, 'node_modules/webpack/bin/webpack.js');
  const words = [
    '--config-name',
    'add-in',
    '--mode',
    'production',
    '--stats',
    'errors-warnings',
    '-o',
    folder,
  ];
  const done = spawnSync(process.execPath, [webpack, ...words], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`The build failed:\n${done.stdout}${done.stderr}`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replace(/\\/g, '/'));
const text = (file: string) => readFileSync(join(folder, file), 'utf8');
const texts = () => files().filter((file) => /\.(html|css|js|json|xml)$/.test(file));
const pages = () => files().filter((file) => file.endsWith('.html'));

/** The directives of a page's policy, by name. */
function policyOf(page: string): Map<string, string> {
  const content = /http-equiv="Content-Security-Policy" content="([^"]*)"/i.exec(text(page))?.[1] ?? '';
  return new Map(
    content.split(';').map((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      return [name, sources.join(' ')];
    }),
  );
}

describe('the production build', () => {
  it('names no development address anywhere', () => {
    expect(texts().filter((file) => /localhost|127\.0\.0\.1/.test(text(file)))).toEqual([]);
    expect(text('manifest.xml')).toContain(origins.production);
  });

  it('has every file that its manifest points to', () => {
    const addresses = everyElement(parseXml(text('manifest.xml')))
      .flatMap(({ attributes }) => Object.values(attributes))
      .filter((value) => value.startsWith(`${origins.production}/`));
    expect(addresses.length).toBeGreaterThan(20);
    const missing = addresses.filter((address) => !existsSync(join(folder, new URL(address).pathname)));
    expect(missing).toEqual([]);
  });

  it('keeps script, page and metadata of the functions on one domain, which certification asks for', () => {
    const manifest = text('manifest.xml');
    for (const file of [
      'functions.js',
      'taskpane.html',
      'assets/functions.json',
      'assets/functions-ko.json',
    ]) {
      expect(manifest).toContain(`"${origins.production}/${file}"`);
    }
  });

  it('shows no place that was not filled', () => {
    expect(pages().filter((page) => /\{\{|\}\}/.test(text(page)))).toEqual([]);
  });

  it('links only to what is there, or to a mail address', () => {
    const broken = pages().flatMap((page) =>
      [...text(page).matchAll(/(?:href|src)="([^"]*)"/g)]
        .map(([, target]) => target)
        .filter((target) => !/^(https:|mailto:)/.test(target))
        .filter((target) => !existsSync(join(folder, target.split('#')[0])))
        .map((target) => `${page}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('compiles nothing from text at run time', () => {
    expect(
      texts().filter((file) => file.endsWith('.js') && /\beval\(|new Function\(/.test(text(file))),
    ).toEqual([]);
  });
});

describe('policies of the pages', () => {
  it('forbid connections, inline code and everything that is not named', () => {
    for (const page of pages()) {
      const policy = policyOf(page);
      expect([page, policy.get('default-src'), policy.get('connect-src')]).toEqual([
        page,
        "'none'",
        "'none'",
      ]);
      // A picture of the drawing is made from the pane's own memory.
      const own = page.startsWith('taskpane') ? ["'self' blob:"] : [];
      expect([...policy.values()].filter((sources) => /unsafe|\*|data:|blob:/.test(sources))).toEqual(own);
    }
  });

  it('let scripts come from the own address, and in the pane from Microsoft', () => {
    const allowed = new Map(pages().map((page) => [page, policyOf(page).get('script-src') ?? '']));
    for (const [page, sources] of allowed) {
      const pane = page.startsWith('taskpane');
      expect([page, sources]).toEqual([page, pane ? "'self' https://appsforoffice.microsoft.com" : '']);
    }
  });

  it('have nothing inline to forbid', () => {
    for (const page of pages()) {
      const html = text(page);
      expect(html).not.toMatch(/<style\b|\sstyle=|\son\w+=|javascript:/i);
      for (const [, attributes, content] of html.matchAll(/<script\b([^>]*)>([^<]*)<\/script>/g)) {
        expect(attributes).toMatch(/\bsrc=/);
        expect(content.trim()).toBe('');
      }
    }
  });
});

describe('the pane', () => {
  it.each(['taskpane.html', 'taskpane.ko.html'])(
    '%s loads office.js as certification demands, then functions, then itself',
    (page) => {
      const scripts = [...text(page).matchAll(/<script\b[^>]*src="?([^"\s>]+)/g)].map(([, source]) => source);
      expect(scripts).toEqual([
        'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
        'functions.js',
        'taskpane.js',
      ]);
    },
  );
});

describe('help of the functions', () => {
  it.each([
    ['functions.json', 'help.html'],
    ['functions-ko.json', 'help.ko.html'],
  ])('%s: each function has an address, and the page has that place', (metadata, page) => {
    const help = text(page);
    const functions = functionsIn(metadata);
    expect(functions.length).toBeGreaterThan(0);
    for (const { name, helpUrl } of functions) {
      const address = new URL(helpUrl);
      expect([name, address.origin, address.pathname]).toEqual([name, origins.production, `/${page}`]);
      expect(help).toMatch(new RegExp(`id="?${address.hash.slice(1)}["\\s>]`));
    }
  });

  it('is linked from the list in the pane, one link a function', () => {
    for (const [pane, page, metadata] of [
      ['taskpane.html', 'help.html', 'functions.json'],
      ['taskpane.ko.html', 'help.ko.html', 'functions-ko.json'],
    ]) {
      const links = [...text(pane).matchAll(new RegExp(`href="?${page}#([A-Z_]+)`, 'g'))].map(
        ([, name]) => name,
      );
      expect(links).toEqual(functionsIn(metadata).map(({ name }) => name));
    }
  });
});
