/** Names of parts: what a package may call them, and how a relationship's target becomes one. */

/** Why a name in a zip is a trick rather than a part; null when it is fine. A trailing slash marks a folder. */
export function nameTrick(name: string): string | null {
  if (name === '') return 'has a part without a name';
  if (name.includes('\0')) return 'has a part with a NUL in its name';
  if (name.includes('\\')) return `has a part with a backslash in its name, "${name}"`;
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return `has a part with an absolute name, "${name}"`;
  if (name.split('/').some((segment) => segment === '..' || segment === '.'))
    return `has a part whose name climbs out of its folder, "${name}"`;
  return null;
}

/** Part names are compared without case: two names that differ only in case would be one part to Excel. */
export function partKey(name: string): string {
  return name.toLowerCase();
}

/**
 * The part that a relationship of `from` points at, e.g. ('xl/workbook.xml', 'worksheets/sheet1.xml') or
 * ('xl/worksheets/sheet1.xml', '../tables/table1.xml') or (any, '/xl/styles.xml'). null when it leaves the package.
 */
export function resolveTarget(from: string, target: string): string | null {
  const path = unescaped(target.split(/[?#]/, 1)[0]).replace(/\\/g, '/');
  const segments = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join('/');
}

/** The relationships of a part stand beside it: 'xl/workbook.xml' -> 'xl/_rels/workbook.xml.rels'. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Targets are URIs. One that is not well escaped is taken as it stands. */
function unescaped(target: string): string {
  return /%[0-9A-Fa-f]{2}/.test(target) && !/%(?![0-9A-Fa-f]{2})/.test(target)
    ? target.replace(/%[0-7][0-9A-Fa-f]/g, (escape) => String.fromCharCode(parseInt(escape.slice(1), 16)))
    : target;
}
