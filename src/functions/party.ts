/** A party that a formula names. */
import type { DealSheet } from '../engine/index';
import { nameArgument, shortened } from './arguments';
import { notAvailable } from './answerError';

/** Index of the party, matched as the ledger matches names; #N/A with the nearest name when no deal has it. */
export function partyArgument(sheet: DealSheet, value: unknown, what: string): number {
  const name = nameArgument(value, what);
  const party = sheet.partyOf(name);
  if (party >= 0) return party;
  const near = nearestOf(name, sheet.parties);
  const hint = near === null ? '' : ` Did you mean "${shortened(near)}"?`;
  throw notAvailable(`"${shortened(name)}" is no party of these deals.${hint}`);
}

/** The party that begins with the name or holds it, else the one that shares the most pairs of letters, if half of them. */
function nearestOf(name: string, parties: readonly string[]): string | null {
  const typed = name.toLowerCase().slice(0, 60);
  let best: string | null = null;
  let most = 0.5;
  for (const party of parties) {
    const other = party.toLowerCase().slice(0, 60);
    const likeness = other.startsWith(typed) ? 1 : other.includes(typed) ? 0.9 : sharedPairs(typed, other);
    if (likeness > most) {
      most = likeness;
      best = party;
    }
  }
  return best;
}

/** Dice's coefficient over pairs of neighbouring letters, 0..1. */
function sharedPairs(a: string, b: string): number {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < a.length; at++) {
    const pair = a.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 1 < b.length; at++) {
    const pair = b.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    pairs.set(pair, left - 1);
    shared++;
  }
  return a.length + b.length < 3 ? 0 : (2 * shared) / (a.length + b.length - 2);
}
