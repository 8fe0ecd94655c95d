/** What is said beside a row: what of it returns, how much, through whom, and which signs there are. */
import type { Analysis, IssueReport, LoopReport, RowReport, UnknownReport } from '../../engine/index';
import { fit } from '../text/columns';
import { count, hold, type Money } from '../text/numbers';
import { visible } from '../visible';
import { flagWords, kindWords } from '../words';
import { placeOf } from './dealDigests';

/** Of one row of the deals. */
export interface RowFindings {
  /** As a user counts. */
  readonly row: number;
  readonly value: RowReport | null;
  readonly loops: readonly LoopReport[];
  readonly unknown: UnknownReport | null;
  readonly leftOut: readonly IssueReport[];
}

const loopsNamed = 3;
const longestName = 40;

/** The rows that something is to be said of, in sheet order. O(rows + legs + issues). */
export function findingsOf(analysis: Analysis): RowFindings[] {
  const found = new Map<number, { -readonly [Key in keyof RowFindings]: RowFindings[Key] }>();
  const at = (row: number) => {
    const known = found.get(row);
    if (known !== undefined) return known;
    const made = { row, value: null, loops: [], unknown: null, leftOut: [] };
    found.set(row, made);
    return made;
  };
  for (const value of analysis.rows) if (value.value > 0 || value.most > 0) at(value.row).value = value;
  for (const loop of analysis.loops)
    for (const leg of loop.legs)
      for (const row of leg.rows) {
        const known = at(row);
        known.loops = [...known.loops, loop];
      }
  for (const unknown of analysis.unknown)
    if ((unknown.couldReturn ?? 0) > 0) at(unknown.row).unknown = unknown;
  for (const issue of analysis.ledger.issues) {
    const row = issue.severity === 'error' ? placeOf(issue.cell)?.top : undefined;
    if (row === undefined) continue;
    const known = at(row + 1);
    known.leftOut = [...known.leftOut, issue];
  }
  return [...found.values()].sort((one, other) => one.row - other.row);
}

export function commentText(findings: RowFindings, money: Money): string {
  const { value, loops, unknown, leftOut } = findings;
  const lines = [
    ...(value === null ? [] : returns(value, money)),
    ...loops.slice(0, loopsNamed).map((loop) => through(loop, money)),
    ...(loops.length > loopsNamed
      ? [`And ${count(loops.length - loopsNamed, 'more loop')}: see the report.`]
      : []),
    ...signs(loops),
    ...(unknown === null ? [] : couldReturn(unknown, money)),
    ...leftOut.map((issue) => `Not in the figures: ${visible(issue.message)}`),
  ];
  return lines.join('\n').replaceAll(hold, ' ');
}

function returns({ amount, value, least, most }: RowReport, money: Money): string[] {
  const much = money.text(most);
  const part = least === most ? much : `Up to ${much}`;
  return [
    `${part} of these ${money.text(amount)}${money.suffix} goes round when as much money as possible does.`,
    value > 0
      ? `Without this row ${money.text(value)} less would go round, counted over all legs.`
      : 'Without this row as much would go round by other ways.',
  ];
}

function through(loop: LoopReport, money: Money): string {
  const path = [...loop.path, loop.path[0]].map(nameOf).join(' → ');
  const kind = loop.kind === null ? '' : `, ${kindWords[loop.kind]}`;
  return `Through loop ${loop.rank}: ${path} (${money.text(loop.amount)}${kind}).`;
}

function signs(loops: readonly LoopReport[]): string[] {
  const cells = new Map<string, Set<string>>();
  for (const loop of loops)
    for (const flag of loop.flags) {
      const known = cells.get(flagWords[flag]) ?? new Set<string>();
      for (const { flag: of, cell } of loop.flagEvidence)
        if (of === flag) known.add(visible(cell.slice(cell.lastIndexOf('!') + 1)));
      cells.set(flagWords[flag], known);
    }
  if (cells.size === 0) return [];
  const list = [...cells].map(([word, evidence]) => {
    const shown = [...evidence].slice(0, 4);
    const more = evidence.size > shown.length ? ' ...' : '';
    return shown.length === 0 ? word : `${word} (${shown.join(', ')}${more})`;
  });
  return [`Signs: ${list.join(', ')}.`];
}

function couldReturn({ couldReturn: most, path }: UnknownReport, money: Money): string[] {
  const way = path.map(nameOf).join(' → ');
  return [
    `The row has no amount, so it is in no total. Up to ${money.text(most)}${money.suffix} could come back${way === '' ? '' : ` through ${way}`}.`,
  ];
}

function nameOf(party: string): string {
  return fit(visible(party), longestName);
}
