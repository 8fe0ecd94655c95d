/**
 * Which sign is the decimal one in a column of text numbers: decided from all values, never per cell.
 *
 * Evidence: both signs in one number (the last one is decimal), a sign twice (it groups), a sign not followed by exactly three
 * digits (it is decimal), '0,125' or '1234,567' (nothing to group). '1,250' alone fits both readings and is no evidence.
 */
export type NumberStyle = 'dot' | 'comma';

export interface StyleDecision {
  /** The decimal sign. */
  readonly style: NumberStyle;
  /** True when no value told: the style is the workbook default (dot). */
  readonly assumed: boolean;
  /** True when values contradict each other. */
  readonly mixed: boolean;
  /** True when some value reads differently in the other style. */
  readonly matters: boolean;
}

/** What one run of digits, dots and commas says: 'dot' or 'comma' is decimal, 'either', or 'none' (no sign in it). */
export function evidenceOf(number: string): NumberStyle | 'either' | 'none' {
  const dot = number.lastIndexOf('.');
  const comma = number.lastIndexOf(',');
  if (dot < 0 && comma < 0) return 'none';
  if (dot >= 0 && comma >= 0) return dot > comma ? 'dot' : 'comma';
  const sign = dot >= 0 ? '.' : ',';
  const at = Math.max(dot, comma);
  const self: NumberStyle = dot >= 0 ? 'dot' : 'comma';
  const other: NumberStyle = dot >= 0 ? 'comma' : 'dot';
  if (number.indexOf(sign) !== at) return other;
  const after = number.length - at - 1;
  if (after !== 3 || at > 3 || at === 0 || number[0] === '0') return self;
  return 'either';
}

/** O(total length). `numbers` are the digit runs of the distinct texts of a column. */
export function styleOf(numbers: Iterable<string>): StyleDecision {
  let dots = 0;
  let commas = 0;
  let either = 0;
  for (const number of numbers) {
    const evidence = evidenceOf(number);
    if (evidence === 'dot') dots++;
    else if (evidence === 'comma') commas++;
    else if (evidence === 'either') either++;
  }
  return {
    style: commas > dots ? 'comma' : 'dot',
    assumed: dots === 0 && commas === 0,
    mixed: dots > 0 && commas > 0,
    matters: either > 0,
  };
}

/**
 * A digit run -> plain decimal text ('1.234,56' -> '1234.56'); null when it does not fit the style: a decimal sign twice,
 * grouping that is neither in threes nor Indian (12,34,567). O(length).
 */
export function plainDecimal(number: string, style: NumberStyle): string | null {
  const decimal = style === 'dot' ? '.' : ',';
  const group = style === 'dot' ? ',' : '.';
  const at = number.indexOf(decimal);
  if (at >= 0 && number.indexOf(decimal, at + 1) >= 0) return null;
  const whole = at < 0 ? number : number.slice(0, at);
  const fraction = at < 0 ? '' : number.slice(at + 1);
  if (fraction.includes(group)) return null;
  const groups = whole.split(group);
  if (groups.length > 1) {
    if (groups[0] === '' || groups[0].length > 3 || groups[groups.length - 1].length !== 3) return null;
    for (let i = 1; i < groups.length - 1; i++)
      if (groups[i].length !== 3 && groups[i].length !== 2) return null;
  }
  const digits = groups.join('');
  if (digits === '' && fraction === '') return null;
  return fraction === '' ? digits || '0' : `${digits || '0'}.${fraction}`;
}
