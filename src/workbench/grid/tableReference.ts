/**
 * What stands in the brackets behind the name of a table: `[Amount]`, `[@[Amount (USD bn)]]`, `[[#Headers],[A]:[B]]`.
 *
 * The engine reads signs in the names of columns as operators, so `[Amount (USD bn)]` answers #VALUE!. Such signs are
 * given to it as signs of Unicode's private area, in formulas and in its list of columns alike.
 */

export interface TableReference {
  /** '#All', '#This Row' and the like, as written. */
  readonly sections: readonly string[];
  /** None, one, or the first and last of a range. Names as the heading has them. */
  readonly columns: readonly string[];
}

const THIS_ROW = '#This Row';
/** Signs that the engine reads as its own, and where they are put. */
const signs = /[()[\]+\-*/^&=<>,:;"'#@{}%!|~?]/g;
const PRIVATE_AREA = 0xe000;
const privateSigns = /[\uE000-\uE0FF]/g;

/** The name of a column as the engine shall know it. */
export function engineColumn(name: string): string {
  return name.replace(signs, (sign) => String.fromCharCode(PRIVATE_AREA + sign.charCodeAt(0)));
}

function columnOfEngine(name: string): string {
  return name.replace(privateSigns, (sign) => String.fromCharCode(sign.charCodeAt(0) - PRIVATE_AREA));
}

/** Reads a bracket, in Excel's words or the engine's; null when it is none of these. */
export function readReference(bracket: string): TableReference | null {
  let inner = bracket.slice(1, -1).trim();
  const sections: string[] = [];
  const columns: string[] = [];
  if (inner.startsWith('@')) {
    sections.push(THIS_ROW);
    inner = inner.slice(1).trim();
    if (inner !== '' && !inner.startsWith('[')) return { sections, columns: [plainName(inner)] };
  } else if (inner.startsWith('#')) return { sections: [inner], columns };
  else if (!inner.startsWith('[')) return { sections, columns: inner === '' ? [] : [plainName(inner)] };
  for (const [, item] of inner.matchAll(/\[((?:'.|[^\]'])*)\]/gsu)) {
    if (item.trim().startsWith('#')) sections.push(item.trim());
    else columns.push(plainName(item));
  }
  // Between the inner brackets there are commas and colons and nothing else.
  if (/[^\s,:]/u.test(inner.replace(/\[((?:'.|[^\]'])*)\]/gsu, '')) || columns.length > 2) return null;
  return { sections, columns };
}

/** Without the apostrophes that tell signs to be part of the name. */
function plainName(text: string): string {
  return columnOfEngine(text.trim().replace(/'(.)/gsu, '$1'));
}

export function isThisRow(reference: TableReference): boolean {
  return reference.sections.length === 1 && reference.sections[0].toLowerCase() === THIS_ROW.toLowerCase();
}

export function engineBracket({ sections, columns }: TableReference): string {
  if (columns.length === 0 && sections.length <= 1) return `[${sections.join('')}]`;
  const range = columns.map((column) => `[${engineColumn(column)}]`).join(':');
  if (sections.length === 0) return columns.length === 1 ? range : `[${range}]`;
  return `[${[...sections.map((section) => `[${section}]`), ...(range === '' ? [] : [range])].join(',')}]`;
}

/** The short form where there is one. */
export function excelBracket(reference: TableReference): string {
  const { sections, columns } = reference;
  const named = columns.map((column) => `[${column.replace(/[[\]#'@]/g, "'$&")}]`);
  if (isThisRow(reference)) {
    const simple = columns.length === 1 && /^[\p{L}\p{N}_]+$/u.test(columns[0]);
    return simple ? `[@${columns[0]}]` : `[@${named.join(':')}]`;
  }
  if (columns.length === 0 && sections.length <= 1) return `[${sections.join('')}]`;
  if (sections.length === 0) return columns.length === 1 ? named[0] : `[${named.join(':')}]`;
  const items = [
    ...sections.map((section) => `[${section}]`),
    ...(named.length > 0 ? [named.join(':')] : []),
  ];
  return `[${items.join(',')}]`;
}
