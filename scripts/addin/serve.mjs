/** Answers requests for the files of one folder. Nothing outside of it, nothing but GET. */
import { createReadStream, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
};

/** The file of `folder` that an address asks for, or null. */
export function fileFor(folder, address) {
  const path = pathOf(address);
  if (path === null || path.includes('\0')) return null;
  const file = normalize(join(folder, path));
  if (!file.startsWith(normalize(folder + sep))) return null;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/** The decoded path of an address; null where it is not one. */
function pathOf(address) {
  const { pathname } = new URL(address, 'https://localhost');
  return /%(?![0-9a-f]{2})/i.test(pathname) || /%(?:[89a-f][0-9a-f])/i.test(pathname)
    ? null
    : decodeURIComponent(pathname);
}

export function answer(folder, request, response) {
  const file = request.method === 'GET' ? fileFor(folder, request.url) : null;
  if (file === null) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found.');
    return;
  }
  // Excel on the web asks from its own address. Nothing of a build under work is kept, except icons, which Office
  // refuses to show when it may not keep them.
  response.writeHead(200, {
    'access-control-allow-origin': '*',
    ...(extname(file) === '.png' ? {} : { 'cache-control': 'no-cache' }),
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
  });
  createReadStream(file).pipe(response);
}
