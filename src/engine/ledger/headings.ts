/** A heading -> the roles that it can be a word for, best first, each with a reason. */
import { amountSpoilers, counterpartyWords, dealWords, partyCompanions, partyWords } from './headingWords';
import { say, word, type Sentence } from '../sentence';
import { quoted, wordsOf } from './text';
import type { DealRole } from './types';
import { unitOfHeading } from './unitHint';

export interface HeadingMatch<Role extends string> {
  readonly role: Role;
  readonly confidence: number;
  readonly reason: Sentence;
}

interface Phrase<Role extends string> {
  readonly role: Role;
  readonly meaning: string;
  /** Words joined by one blank. */
  readonly text: string;
  /** The same without blanks: Korean headings are spaced as the writer likes. */
  readonly compact: string;
  readonly inside: boolean;
}

const KOREAN = /[가-힣]/;

export function phrasesOf<Role extends string>(
  words: readonly { role: Role; meaning: string; exact: string; inside: string }[],
): Phrase<Role>[] {
  const phrases: Phrase<Role>[] = [];
  for (const { role, meaning, exact, inside } of words) {
    for (const text of exact.split('|'))
      phrases.push({ role, meaning, text, compact: text.replace(/ /g, ''), inside: false });
    for (const text of inside.split('|'))
      phrases.push({ role, meaning, text, compact: text.replace(/ /g, ''), inside: true });
  }
  return phrases;
}

const dealPhrases = phrasesOf(dealWords);
const counterparties = new Set(counterpartyWords.split('|'));
const partyNames = new Set(partyWords.split('|'));

/** Headings are short: a cell above this many characters is prose, not a heading. */
export const LONGEST_HEADING = 80;

/**
 * Best match per role. `spoiled` tells a role and the words beside the phrase that make it mean something else.
 * O(phrases x words).
 */
export function matchHeading<Role extends string>(
  heading: string,
  phrases: readonly Phrase<Role>[],
  spoiled: (role: Role, others: readonly string[]) => number,
): HeadingMatch<Role>[] {
  if (heading.length > LONGEST_HEADING) return [];
  const unit = unitOfHeading(heading);
  const all = wordsOf(heading);
  const words = all.filter((word) => !unit.used.has(word) && !/^(?:in|of|the|%|\d)$/.test(word));
  // A percent sign is a word beside the phrase: fine for a probability, the end of an amount.
  const percent = all.includes('%') ? ['%'] : [];
  const whole = all.join(' ');
  const text = (words.length === 0 ? all : words).join(' ');
  const compact = text.replace(/ /g, '');
  const best = new Map<Role, { match: HeadingMatch<Role>; length: number }>();
  for (const phrase of phrases) {
    let confidence = 0;
    if (text === phrase.text || compact === phrase.compact || whole === phrase.text) {
      confidence = (phrase.inside ? 1 : 0.97) * (percent.length > 0 ? spoiled(phrase.role, percent) : 1);
    } else if (
      phrase.inside &&
      (KOREAN.test(phrase.text) ? compact.includes(phrase.compact) : ` ${text} `.includes(` ${phrase.text} `))
    ) {
      const others = KOREAN.test(phrase.text)
        ? compact.split(phrase.compact).filter((word) => word !== '')
        : ` ${text} `.replace(` ${phrase.text} `, ' ').trim().split(' ');
      confidence = 0.85 * spoiled(phrase.role, [...others, ...percent]);
    }
    if (confidence <= 0) continue;
    const before = best.get(phrase.role);
    if (
      before &&
      (before.match.confidence > confidence ||
        (before.match.confidence === confidence && before.length >= phrase.text.length))
    )
      continue;
    best.set(phrase.role, {
      length: phrase.text.length,
      match: {
        role: phrase.role,
        confidence,
        reason: say`heading ${quoted(heading)} is a word for ${word(phrase.meaning)}`,
      },
    });
  }
  // A longer phrase knows better than a shorter one inside it: 'amount note' is not an amount.
  return [...best.values()]
    .sort(
      (a, b) =>
        (b.match.confidence >= 0.97 ? 1 : 0) - (a.match.confidence >= 0.97 ? 1 : 0) || b.length - a.length,
    )
    .map((entry, rank) =>
      rank === 0 ? entry.match : { ...entry.match, confidence: entry.match.confidence * 0.5 },
    );
}

export function dealRolesOf(heading: string): HeadingMatch<DealRole>[] {
  const found = wordMatches(heading);
  if (found.length > 0 || heading.length > LONGEST_HEADING) return found;
  const unit = unitOfHeading(heading);
  const onlyUnit =
    unit.currency !== null &&
    unit.exponent >= 0 &&
    wordsOf(heading).every((word) => unit.used.has(word) || word === 'in');
  return onlyUnit
    ? [{ role: 'amount', confidence: 0.8, reason: say`heading ${quoted(heading)} is a unit of money` }]
    : [];
}

function wordMatches(heading: string): HeadingMatch<DealRole>[] {
  return matchHeading(heading, dealPhrases, (role, others) => {
    if (role === 'from' || role === 'to') return others.every((word) => partyCompanions.test(word)) ? 1 : 0;
    if (role === 'amount') return others.some((word) => amountSpoilers.test(word)) ? 0.3 : 1;
    return others.length > 3 ? 0.6 : 0.9;
  });
}

/** Whether a heading names one side only: 'counterparty' (the other side) or 'party' (this side); null for neither. */
export function sideOf(heading: string): 'party' | 'counterparty' | null {
  const words = wordsOf(heading).filter((word) => !/^(?:name|the|명)$/.test(word));
  const text = words.join(' ');
  if (counterparties.has(text) || counterparties.has(text.replace(/ /g, ''))) return 'counterparty';
  return partyNames.has(text) ? 'party' : null;
}
