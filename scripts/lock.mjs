/**
 * `node scripts/lock.mjs`, after packages were added or updated: completes package-lock.json.
 *
 * Packages with native parts name one optional package for each platform. A mirror that serves only some of them makes npm leave the
 * others out of the lock file, and `npm ci` then refuses it on every machine. This writes the missing entries, with
 * the version that the owner asks for; they carry no integrity, because nothing was downloaded to take it from.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './house.mjs';

const platform =
  /-(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|s390x|riscv64|loong64)(?:-(\w+))?$/;

const path = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
for (const [where, entry] of Object.entries(lock.packages)) {
  if (where === '') continue;
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const at = `node_modules/${name}`;
    const parts = platform.exec(`-${name.split('/').pop()}`);
    if (at in lock.packages || parts === null || !/^\d/.test(version)) continue;
    const [, os, cpu, kind = ''] = parts;
    const libc = os === 'linux' ? (kind.startsWith('musl') ? ['musl'] : ['glibc']) : undefined;
    lock.packages[at] = { version, cpu: [cpu], dev: entry.dev, libc, optional: true, os: [os] };
    console.log(`added ${name} ${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
