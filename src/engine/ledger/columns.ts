/** Headings and contents of all columns -> one column per role, with every decision kept. */
import type { Sheet } from '../book';
import { columnLetters } from '../address';
import { say, type Sentence } from '../sentence';
import { headingText, nearMerges, noHeading } from './headingRow';
import type { HeadingMatch } from './headings';
import { dealRolesOf } from './headings';
import type { Profile } from './profile';
import { quoted } from './text';
import type { ColumnDecision, DealRole } from './types';

export const dealRoles: readonly DealRole[] = [
  'id',
  'from',
  'to',
  'amount',
  'amountNote',
  'kind',
  'class',
  'status',
  'probability',
  'date',
  'endDate',
  'term',
  'firmShare',
  'link',
  'condition',
  'currency',
  'unit',
  'source',
  'grade',
  'direction',
];

/** How well a column's content fits a role, 0..1; multiplies the confidence of its heading. */
function fit(role: DealRole, profile: Profile): number {
  if (profile.filled === 0) return 0.4;
  switch (role) {
    case 'amount':
      return profile.number + profile.moneyText >= 0.3 && profile.date < 0.9 ? 1 : 0.4;
    case 'from':
    case 'to':
      return profile.averageLength > 80 ? 0.5 : 1;
    case 'class':
      return profile.classLetter >= 0.8 ? 1 : 0.3;
    case 'probability':
    case 'term':
      return profile.number + profile.moneyText >= 0.3 || profile.text < 1 ? 1 : 0.6;
    case 'date':
      return profile.date + profile.number >= 0.3 ? 1 : 0.5;
    default:
      return 1;
  }
}

interface Claim {
  readonly column: number;
  readonly role: DealRole;
  readonly confidence: number;
  readonly reason: Sentence;
}

export interface ColumnInput {
  readonly column: number;
  readonly heading: string;
  readonly profile: Profile;
}

/** Heading texts of the columns; rows null: no heading. */
export function headingsOf(
  sheet: Sheet,
  rows: { first: number; last: number } | null,
  columns: readonly number[],
): string[] {
  if (rows === null) return columns.map(() => '');
  const near = nearMerges(sheet, rows.first, rows.last);
  return columns.map((column) => headingText(near, rows.first, rows.last, column));
}

const MIN_CONFIDENCE = 0.35;

/**
 * Gives each role its most confident column; leftmost wins ties. A user's correction (`fixed`) beats everything: its columns take
 * no other role, null means unused. O(columns x heading words).
 */
export function decideColumns(
  inputs: readonly ColumnInput[],
  fixed: ReadonlyMap<number, DealRole | null>,
): ColumnDecision<DealRole>[] {
  const claims: Claim[] = [];
  const fixedRoles = new Set(fixed.values());
  // 'Source, Target' is how network tools head payer and receiver; 'Source' alone is where a fact comes from.
  const graph = inputs.some((input) => /^(?:target|destination)$/i.test(input.heading.trim()));
  for (const input of inputs) {
    if (fixed.has(input.column)) continue;
    let matches: readonly HeadingMatch<DealRole>[] = dealRolesOf(input.heading);
    if (graph && /^source$/i.test(input.heading.trim())) {
      matches = [
        {
          role: 'from',
          confidence: 0.9,
          reason: say`heading ${quoted(input.heading)} beside a target column is a word for the payer`,
        },
      ];
    }
    for (const match of matches) {
      if (fixedRoles.has(match.role)) continue;
      claims.push({
        column: input.column,
        role: match.role,
        confidence: match.confidence * fit(match.role, input.profile),
        reason: match.reason,
      });
    }
    if (
      input.profile.classLetter >= 0.9 &&
      input.profile.filled >= 3 &&
      !fixedRoles.has('class') &&
      matches[0]?.role !== 'class'
    ) {
      claims.push({
        column: input.column,
        role: 'class',
        confidence: 0.5,
        reason: say`nearly every cell is one of the letters F, W, G, S, X`,
      });
    }
  }
  claims.sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  const byColumn = new Map<number, Claim>();
  const byRole = new Map<DealRole, Claim>();
  for (const claim of claims) {
    if (claim.confidence < MIN_CONFIDENCE || byColumn.has(claim.column) || byRole.has(claim.role)) continue;
    byColumn.set(claim.column, claim);
    byRole.set(claim.role, claim);
  }
  return inputs.map((input) => {
    const heading = input.heading === '' ? noHeading(input.column) : input.heading;
    if (fixed.has(input.column)) {
      return {
        column: input.column,
        heading,
        role: fixed.get(input.column) ?? null,
        reason: say`chosen by the user`,
        confidence: 1,
      };
    }
    const claim = byColumn.get(input.column);
    if (claim)
      return {
        column: input.column,
        heading,
        role: claim.role,
        reason: claim.reason,
        confidence: claim.confidence,
      };
    return {
      column: input.column,
      heading,
      role: null,
      reason: whyUnused(input, claims, byRole, inputs),
      confidence: 1,
    };
  });
}

function whyUnused(
  input: ColumnInput,
  claims: readonly Claim[],
  byRole: ReadonlyMap<DealRole, Claim>,
  inputs: readonly ColumnInput[],
): Sentence {
  const wish = claims.find((claim) => claim.column === input.column);
  if (input.heading === '') return say`no heading, not used`;
  if (wish === undefined) return say`heading ${quoted(input.heading)} is no word that Looplens uses`;
  const winner = byRole.get(wish.role);
  const name =
    winner === undefined ? '' : (inputs.find((other) => other.column === winner.column)?.heading ?? '');
  if (winner === undefined) return say`${wish.reason}, but its cells do not look like it`;
  return say`${wish.reason}, but ${quoted(name)} in column ${columnLetters(winner.column)} fits better; not used`;
}
