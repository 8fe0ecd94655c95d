/** A Ledger from a few lines, for tests that begin behind the reader. */
import { dealRoles as roles } from '../../src/engine/ledger/columns';
import type { Ledger } from '../../src/engine/ledger/types';
import { NO_DAY, dealClasses, type DealClass, type DealRole } from '../../src/engine/ledger/types';
import { say } from '../../src/engine/sentence';

export interface DealLine {
  readonly from: string;
  readonly to: string;
  /** In the unit of the sheet. */
  readonly amount: number;
  readonly class?: DealClass;
  readonly weight?: number;
  /** Share of the amount, or whether all of it. */
  readonly firm?: boolean | number;
  /** ISO day. */
  readonly date?: string;
  readonly lastDate?: string;
  readonly term?: number;
  readonly flags?: number;
  /** Indexes of other lines. */
  readonly links?: readonly number[];
}

export const dayOf = (iso: string) => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);

export function ledgerOf(
  lines: readonly DealLine[],
  decimals = 2,
  unknown: readonly DealLine[] = [],
): Ledger {
  const parties: string[] = [];
  const party = (name: string) => {
    if (!parties.includes(name)) parties.push(name);
    return parties.indexOf(name);
  };
  const hasKinds = lines.some((line) => line.class !== undefined);
  const linkStart = new Int32Array(lines.length + 1);
  const links: number[] = [];
  lines.forEach((line, index) => {
    links.push(...(line.links ?? []));
    linkStart[index + 1] = links.length;
  });
  const classOf = (line: DealLine) => dealClasses.indexOf(line.class ?? '?');
  const columnOf = Object.fromEntries(roles.map((role, column) => [role, column])) as Record<
    DealRole,
    number
  >;
  return {
    sheet: 'Deals',
    area: { top: 0, left: 0, bottom: lines.length, right: roles.length - 1 },
    table: null,
    heading: { rows: { first: 0, last: 0 }, reason: say`test`, confidence: 1 },
    columns: [],
    money: { currency: null, scale: 1, label: '', decimals, written: decimals, reason: say`test` },
    deals: lines.length,
    sheetRow: Int32Array.from(lines, (_, index) => index + 1),
    from: Int32Array.from(lines, (line) => party(line.from)),
    to: Int32Array.from(lines, (line) => party(line.to)),
    amount: Float64Array.from(lines, (line) => Math.round(line.amount * 10 ** decimals)),
    weight: Float64Array.from(lines, (line) => line.weight ?? 1),
    firm: Float64Array.from(lines, (line) => Number(line.firm ?? 1)),
    dealClass: Uint8Array.from(lines, classOf),
    kind: new Int32Array(lines.length).fill(-1),
    status: new Int32Array(lines.length).fill(-1),
    flags: Uint8Array.from(lines, (line) => line.flags ?? 0),
    ownFlags: Uint8Array.from(lines, (line) => line.flags ?? 0),
    statedFirm: new Float64Array(lines.length).fill(NaN),
    day: Int32Array.from(lines, (line) => (line.date === undefined ? NO_DAY : dayOf(line.date))),
    lastDay: Int32Array.from(lines, (line) =>
      line.date === undefined ? NO_DAY : dayOf(line.lastDate ?? line.date),
    ),
    term: Float64Array.from(lines, (line) => line.term ?? NaN),
    linkStart,
    linkTarget: Int32Array.from(links),
    unknownAmounts: unknown.map((line, index) => ({
      row: lines.length + 1 + index,
      from: party(line.from),
      to: party(line.to),
      dealClass: classOf(line),
      cell: `Deals!D${lines.length + 2 + index}`,
      text: 'undisclosed',
    })),
    parties,
    kinds: [],
    statuses: [],
    columnOf,
    ids: null,
    hasKinds,
    merges: [],
    issues: [],
    dataRows: lines.length,
    leftOut: 0,
  };
}
