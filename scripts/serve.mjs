/**
 * A static server for the workbench page: this machine only, files of one folder only, nothing but Node's own modules.
 *
 * Alone: `node scripts/serve.mjs [folder [file]]` serves dist/web. `npm start` uses it and opens the browser.
 */
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOST = '127.0.0.1';
const FIRST_PORT = 3000;
/** Ports that are tried, one after the other, when the first ones are taken. */
const PORTS = 50;

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.xml', 'application/xml; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]);

/** What a page from here may do: load and call this server, and nobody else. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // The hash is that of a style element without a text: user interfaces add their rules to it as objects.
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The file that a request asks for, or null when it is not one of the folder's. */
async function fileOf(folder, address, index) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, `http://${HOST}`).pathname);
  } catch {
    return null;
  }
  // Backslashes and drive letters mean something on some systems, NUL on none.
  if (/[\0\\:]/.test(path)) return null;
  const wanted = resolve(folder, `.${path === '/' ? `/${index}` : path}`);
  try {
    // Links are followed first, so that none leads out of the folder.
    const real = await realpath(wanted);
    if (!real.startsWith(folder + sep)) return null;
    const found = await stat(real);
    return found.isFile() ? { path: real, size: found.size } : null;
  } catch {
    return null;
  }
}

/**
 * The file that the server was started with, at /given/ and its name. It is looked for at each request: what was saved
 * meanwhile is what the page gets when it is loaded anew.
 */
async function givenFileOf(given, address) {
  if (given === null || address !== givenPath(given)) return null;
  try {
    const found = await stat(given);
    return found.isFile() ? { path: given, size: found.size } : null;
  } catch {
    return null;
  }
}

function givenPath(given) {
  return `/given/${encodeURIComponent(basename(given))}`;
}

function answer(response, status, more, body) {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8', ...more });
  response.end(body);
}

async function handle({ folder, index, given }, request, response) {
  // A page elsewhere that has its own name point at this machine would come with that name.
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (host !== HOST && host !== 'localhost')
    return answer(response, 421, {}, 'This server has another name.\n');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return answer(response, 405, { Allow: 'GET, HEAD' }, 'Only GET and HEAD are answered.\n');
  const address = request.url ?? '/';
  const file = (await givenFileOf(given, address)) ?? (await fileOf(folder, address, index));
  if (file === null) return answer(response, 404, {}, 'There is no such file here.\n');
  response.writeHead(200, {
    ...headers,
    'Content-Type': types.get(extname(file.path).toLowerCase()) ?? 'application/octet-stream',
    'Content-Length': file.size,
    // Names of scripts change with their content; the page itself does not.
    'Cache-Control': /\.[0-9a-f]{8}\.(js|css)$/.test(file.path) ? 'max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

/**
 * Serves a folder on 127.0.0.1, and one file from elsewhere that is `given`, which the page then opens. `port` 0 takes any free one; without it the first free one from 3000 upwards.
 * Answers { address, port, close() }. Rejects when no port is free.
 */
export async function serve({ folder, index = 'workbench.html', given = null, port }) {
  const real = await realpath(folder);
  const server = createServer((request, response) => {
    handle({ folder: real, index, given }, request, response).catch(() => response.destroy());
  });
  const tried = port === undefined ? Array.from({ length: PORTS }, (_, i) => FIRST_PORT + i) : [port];
  let failure = null;
  for (const candidate of tried) {
    failure = await listen(server, candidate);
    if (failure === null) break;
    if (failure.code !== 'EADDRINUSE' && failure.code !== 'EACCES') break;
  }
  if (failure !== null) throw failure;
  const taken = server.address().port;
  return {
    port: taken,
    address: `http://${HOST}:${taken}/${given === null ? '' : `?file=${encodeURIComponent(basename(given))}`}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

function listen(server, port) {
  return new Promise((done) => {
    const failed = (error) => done(error);
    server.once('error', failed);
    server.listen(port, HOST, () => {
      server.off('error', failed);
      done(null);
    });
  });
}

/** Whether there is a desktop to open a browser on. */
export function hasDesktop(platform = process.platform, env = process.env) {
  if (env.CI || env.SSH_CONNECTION) return false;
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Opens the user's browser where there is a desktop. Never fails: the address has been printed anyway. */
export function openBrowser(address) {
  if (!hasDesktop()) return;
  const [command, args] =
    process.platform === 'win32'
      ? ['cmd', ['/c', 'start', '', address]]
      : process.platform === 'darwin'
        ? ['open', [address]]
        : ['xdg-open', [address]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = resolve(fileURLToPath(import.meta.url), '..', '..');
  const [, , folder = join(root, 'dist', 'web'), file] = process.argv;
  const { address } = await serve({ folder, given: file === undefined ? null : resolve(file) });
  console.log(address);
}
