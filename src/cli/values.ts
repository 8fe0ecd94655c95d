/** Values of options: each reader gives the value or a sentence with what was given and what is allowed. */
import { withCommas } from '../report/text/numbers';
import { visible } from '../report/visible';
import { nearest } from './nearest';
import { UsageError } from './usage';

export function wrong(option: string, given: string, allowed: string): UsageError {
  return new UsageError(`--${option} takes ${allowed}; "${visible(given)}" is not.`);
}

export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most))
    throw wrong(
      option,
      text,
      `a whole number from ${withCommas(String(least))} to ${withCommas(String(most))}`,
    );
  return value;
}

/** 'usd' -> 'USD'. */
export function currency(text: string): string {
  if (!/^[A-Za-z]{3}$/.test(text))
    throw wrong('currency', text, 'a code of three letters such as USD or KRW');
  return text.toUpperCase();
}

/** '0.78' or '78%'. */
export function share(option: string, text: string): number {
  const parts = /^(\d{1,3}(?:\.\d{1,12})?|\.\d{1,12})(%?)$/.exec(text.replace(' ', ''));
  const value = parts === null ? NaN : Number(parts[1]) / (parts[2] === '%' ? 100 : 1);
  if (!(value >= 0 && value <= 1)) throw wrong(option, text, 'a share from 0 to 1, such as 0.78 or 78%');
  return value;
}

export function oneOf<Name extends string>(option: string, text: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === text.toLowerCase());
  if (found !== undefined) return found;
  const meant = nearest(text, names);
  const allowed = `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
  throw new UsageError(
    `--${option} takes ${allowed}; "${visible(text)}" is neither.${meant === null ? '' : ` Did you mean ${meant}?`}`,
  );
}

/** '2025-03-31', '2025-03' or '2025' -> its first or last day, counted from 1970-01-01. */
export function day(option: string, text: string, edge: 'first' | 'last'): number {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  const allowed = 'a day such as 2025-03-31, a month such as 2025-03 or a year';
  if (parts === null) throw wrong(option, text, allowed);
  const [year, month, date] = [Number(parts[1]), Number(parts[2] ?? 0), Number(parts[3] ?? 0)];
  const first = Date.UTC(year, month === 0 ? 0 : month - 1, date === 0 ? 1 : date);
  const back = new Date(first);
  const isReal =
    year >= 1900 &&
    (parts[2] === undefined || back.getUTCMonth() === month - 1) &&
    (parts[3] === undefined || back.getUTCDate() === date);
  if (!isReal) throw wrong(option, text, allowed);
  const end =
    edge === 'first' || date !== 0
      ? first
      : Date.UTC(month === 0 ? year + 1 : year, month === 0 ? 0 : month, 1) - 86_400_000;
  return end / 86_400_000;
}

/** 'cells=80000000' or 'partBytes=128MB' -> one limit. */
export function limit(text: string, names: readonly string[]): readonly [string, number] {
  const at = text.indexOf('=');
  const name = at < 0 ? text : text.slice(0, at);
  const known = names.find((one) => one.toLowerCase() === name.toLowerCase());
  if (known === undefined) {
    const meant = nearest(name, names);
    const hint = meant === null ? '' : ` Did you mean ${meant}?`;
    throw new UsageError(`There is no limit "${visible(name)}".${hint} The limits are ${names.join(', ')}.`);
  }
  const parts = /^(\d{1,15})(K|KB|M|MB|G|GB)?$/i.exec(at < 0 ? '' : text.slice(at + 1));
  const factor = { K: 1024, M: 1024 ** 2, G: 1024 ** 3 }[(parts?.[2]?.[0] ?? '').toUpperCase()] ?? 1;
  const value = parts === null ? NaN : Number(parts[1]) * factor;
  if (!(value >= 1 && value <= Number.MAX_SAFE_INTEGER))
    throw wrong('limit', text, `NAME=VALUE with a whole number, such as ${known}=1000 or ${known}=64MB`);
  return [known, value];
}
