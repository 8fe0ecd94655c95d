/** Sheets that were added, renamed and deleted, as operations that never meet a name that is still taken. */
import type { Operation } from '../../workbook/port';

interface Named {
  readonly id: string;
  readonly name: string;
}

const keyOf = (name: string): string => name.toLowerCase();

/** `goes` tells whether a sheet of the file is deleted. */
export function sheetOperations(
  inFile: readonly Named[],
  now: readonly Named[],
): { operations: Operation[]; goes: (id: string) => boolean } {
  const names = new Map(now.map(({ id, name }) => [id, name]));
  const known = new Set(inFile.map(({ id }) => id));
  const added = now.filter(({ id }) => !known.has(id));
  const gone = inFile.filter(({ id }) => !names.has(id));
  const renamed = inFile.filter(({ id, name }) => names.has(id) && names.get(id) !== name);
  const taken = new Set([...inFile, ...now].map(({ name }) => keyOf(name)));
  const wanted = new Map(
    [...added, ...renamed.map(({ id }) => ({ id, name: names.get(id) ?? '' }))].map(({ id, name }) => [
      keyOf(name),
      id,
    ]),
  );
  const operations: Operation[] = [];
  const current = new Map(inFile.map(({ id, name }) => [id, name]));
  for (const { id, name } of [...gone, ...renamed]) {
    const by = wanted.get(keyOf(name));
    if (by === undefined || by === id) continue;
    const to = freeName(taken);
    operations.push({ kind: 'rename-sheet', sheet: name, to });
    current.set(id, to);
  }
  for (const { name } of added) operations.push({ kind: 'add-sheet', sheet: name });
  for (const { id } of renamed)
    operations.push({ kind: 'rename-sheet', sheet: current.get(id) ?? '', to: names.get(id) ?? '' });
  for (const { id } of gone) operations.push({ kind: 'delete-sheet', sheet: current.get(id) ?? '' });
  return { operations, goes: (id) => known.has(id) && !names.has(id) };
}

function freeName(taken: Set<string>): string {
  let number = 1;
  while (taken.has(`~${number}`)) number += 1;
  taken.add(`~${number}`);
  return `~${number}`;
}
