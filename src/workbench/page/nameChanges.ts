/** Names of the whole workbook that were defined, changed and deleted, as operations. */
import type { Operation } from '../../workbook/port';
import type { NameModel } from '../model';

type Define = Extract<Operation, { readonly kind: 'define-name' }>;
type Delete = Extract<Operation, { readonly kind: 'delete-name' }>;

export interface NameOperations {
  readonly gone: readonly Delete[];
  readonly changed: readonly Define[];
  readonly added: readonly Define[];
  /** Names of single sheets that are not as they were, which no operation writes. */
  readonly left: readonly string[];
}

export function nameOperations(before: readonly NameModel[], now: readonly NameModel[]): NameOperations {
  const [old, current] = [ofWorkbook(before), ofWorkbook(now)];
  const [changed, added]: [Define[], Define[]] = [[], []];
  for (const [key, { name, formula }] of current) {
    const known = old.get(key);
    if (known?.name === name && known.formula === formula) continue;
    (known === undefined ? added : changed).push({ kind: 'define-name', name, formula });
  }
  const gone = [...old].flatMap(([key, { name }]): Delete[] =>
    current.has(key) ? [] : [{ kind: 'delete-name', name }],
  );
  const left = now.filter(
    (name) =>
      name.sheet !== null &&
      !before.some(({ sheet, name: known, formula }) => {
        return sheet === name.sheet && known === name.name && formula === name.formula;
      }),
  );
  return { gone, changed, added, left: left.map(({ name }) => name) };
}

function ofWorkbook(names: readonly NameModel[]): Map<string, NameModel> {
  return new Map(names.flatMap((name) => (name.sheet === null ? [[name.name.toLowerCase(), name]] : [])));
}
