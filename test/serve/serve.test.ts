import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type Server } from './server';

describe('the server of the page', () => {
  let parent: string;
  let server: Server;

  beforeAll(async () => {
    parent = mkdtempSync(join(tmpdir(), 'looplens-serve-'));
    const folder = join(parent, 'web');
    mkdirSync(folder);
    writeFileSync(join(parent, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'workbench.html'), '<!doctype html>');
    writeFileSync(join(folder, 'main.01234567.js'), '1;');
    writeFileSync(join(folder, 'a file.xlsx'), 'x');
    symlinkSync(join(parent, 'secret.txt'), join(folder, 'link.txt'));
    server = await startServer(folder);
  });

  afterAll(async () => {
    await server.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  interface Answer {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    readonly body: string;
  }

  /** The path as it is written: fetch would tidy it up first. */
  const ask = (path: string, options: { method?: string; host?: string } = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.address);
      const headers = options.host === undefined ? {} : { host: options.host };
      request({ hostname, port, path, method: options.method ?? 'GET', headers }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (text: string) => (body += text));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      })
        .on('error', reject)
        .end();
    });

  it('listens on this machine only, from port 3000 upwards', () => {
    const { hostname, port } = new URL(server.address);
    expect(hostname).toBe('127.0.0.1');
    expect(Number(port)).toBeGreaterThanOrEqual(3000);
  });

  it('takes the next port when one is taken', async () => {
    const second = await startServer(join(parent, 'web'));
    expect(second.address).not.toBe(server.address);
    await second.stop();
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/workbench.html', 'text/html; charset=utf-8'],
    ['/main.01234567.js', 'text/javascript; charset=utf-8'],
    ['/a%20file.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('serves %s as %s', async (path, type) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('lets a page load and call this server only, and run no script that is written into it', async () => {
    for (const path of ['/', '/missing']) {
      const policy = String((await ask(path)).headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'self'");
      expect(policy).not.toContain('unsafe-');
    }
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/web/../../secret.txt',
    '//etc/passwd',
    '/link.txt',
    '/%00',
    '/%',
    '/C:/secret.txt',
    '/missing',
  ])('answers %s with 404', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  it('does not list folders', async () => {
    expect((await ask('/.')).body).not.toContain('a file.xlsx');
  });

  it('answers HEAD without a body and refuses everything that writes', async () => {
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask('/', { method })).status).toBe(405);
  });

  it('serves the one file that it was started with, under its name, and nothing beside it', async () => {
    const given = join(parent, '딜 #1 (50%).xlsx');
    writeFileSync(given, 'deals');
    const other = await startServer(join(parent, 'web'), given);
    try {
      const name = encodeURIComponent('딜 #1 (50%).xlsx');
      expect(other.address).toMatch(new RegExp(`\\?file=${name.replace(/[()]/g, '\\$&')}$`));
      const found = await fetch(new URL(`/given/${name}`, other.address));
      expect([found.status, await found.text()]).toEqual([200, 'deals']);
      expect(found.headers.get('cache-control')).toBe('no-cache');
      writeFileSync(given, 'more deals');
      expect(await (await fetch(new URL(`/given/${name}`, other.address))).text()).toBe('more deals');
      for (const path of ['/given/secret.txt', '/given/', '/given', '/given/..%2fsecret.txt'])
        expect((await fetch(new URL(path, other.address))).status).toBe(404);
      rmSync(given);
      expect((await fetch(new URL(`/given/${name}`, other.address))).status).toBe(404);
    } finally {
      await other.stop();
    }
    expect((await ask('/given/secret.txt')).status).toBe(404);
  });

  it('refuses to answer under another name', async () => {
    expect((await ask('/', { host: 'example.com' })).status).toBe(421);
    expect((await ask('/', { host: 'localhost:3000' })).status).toBe(200);
  });
});
