/**
 * What a deal's status text says: weight of the expected basis, firmness, flags.
 *
 * | words | weight | note |
 * |---|---|---|
 * | superseded, replaced by, terminated, cancelled, expired, withdrawn, collapsed, dead, duplicate of | 0 | DEAD |
 * | closed, completed, paid, executed, settled, funded, drawn, actual | 1 | firm |
 * | signed, definitive, contracted, agreed, binding | .85 | firm |
 * | reported | .85 | not firm: nobody signed in the text |
 * | inferred | .7 | ESTIMATED |
 * | estimate, estimated, derived, mirrored, projected | .5 | ESTIMATED |
 * | term sheet, option | .5 | CONDITIONAL for an option |
 * | letter of intent, LOI, MoU, announced, target, intended, planned, proposed, pending, approved, conditional, milestones | .25 | |
 * | rumour, speculated, in talks, in negotiation, draft, considering, weighing | .1 | |
 *
 * Words combine: 'up to' caps the weight at .5 (UP_TO), 'vests' at .25 (CONDITIONAL), 'conditional' at .25 (CONDITIONAL),
 * 'cancellable' at .25 (CANCELLABLE), 'term sheet' at .5, and any dead word makes it 0. Of several base words the strongest
 * counts ('signed (reported)' is signed) unless a dead word is among them. What follows 'replaces', 'replacing', 'supersedes' or
 * 'superseding' up to the next comma, semicolon or bracket describes another deal and says nothing about this one. A probability column in the sheet wins for the
 * weight, but not over a dead word. Guarantees weigh .25 whatever their status (model.md). A text without any of these words weighs 1, is not firm, and is
 * reported. O(length) a text, once per distinct text.
 */
import { folded } from './text';
import { CANCELLABLE, CONDITIONAL, DEAD, ESTIMATED, RELATED_PARTY, UP_TO } from './types';

export const GUARANTEE_WEIGHT = 0.25;

export interface Status {
  readonly weight: number;
  /** Signed or closed, before flags are looked at. */
  readonly standing: 'closed' | 'signed' | 'other';
  readonly flags: number;
  /** False when no word of the table is in the text. */
  readonly known: boolean;
}

const DEAD_WORDS =
  /superseded|\breplaced(?: by\b|\s*(?:$|[-;,.()]))|terminated|cancell?ed|expired|withdrawn|collapsed|abandoned|\bdead\b|lapsed|duplicate|rescinded|해지|취소|철회|중복|대체|만료|무산|종료/;
/** 'not cancelled', 'cannot be terminated', 'unexpired': such a deal stands. */
const NOT_DEAD =
  /\b(?:not|cannot|never|un)[ -]?(?:be(?:en)? )?(?:superseded|replaced|terminated|cancell?ed|expired|withdrawn|collapsed|abandoned|lapsed|rescinded)/g;
/** 'signed; replaces superseded deal', '해지된 계약을 대체': the words about the deal that this one replaces. */
const ANOTHER =
  /\b(?:replac(?:es|ing)|in place of|instead of|supersed(?:es|ing))\b[^;,()]*|[^;,()]*[을를] ?대체(?!되|된|됨)[^;,()]*/g;
const CLOSED =
  /\bclosed\b|\bcompleted?\b|\bpaid\b|\bexecuted|\bsettled|\bfunded\b|\bdrawn\b|\bactual\b|\bdone\b|완료|종결|지급|집행|납입|실행/;
const SIGNED =
  /\bsigned\b|definitive|contracted|\bagreed\b|\bbinding\b|\bfirm\b|committed|체결|서명|확정|계약/;
const CONDITIONED = /conditional|contingent|subject to|milestones?\b|조건부/;
const VESTS = /\bvest(?:s|ing|ed)?\b/;
const UPTO = /\bup[ -]?to\b|\bcap(?:ped)?\b|maximum|최대|한도/;
const CANCELS = /cancell?able|terminable|revocable|해지 ?가능|취소 ?가능/;
const NOT_CANCELS =
  /non[- ]?(?:cancell?able|terminable|revocable)|irrevocable|not (?:cancell?able|terminable|revocable)/;
const SOFT: readonly (readonly [RegExp, number, number])[] = [
  [/\breported\b|보도/, 0.85, 0],
  [/inferred|추론/, 0.7, ESTIMATED],
  [/estimated?\b|derived|mirrored|projected|추정|예상/, 0.5, ESTIMATED],
  [/term ?sheet/, 0.5, 0],
  [/\boption\b|옵션/, 0.5, CONDITIONAL],
  [
    /letters? of intent|\bloi\b|\bmou\b|memorandum|announced|\btarget\b|intended|planned|proposed|pledged|pending|awaiting|approved|under review|의향|발표|계획|목표|협약|양해각서|예정|승인/,
    0.25,
    0,
  ],
  [/rumou?r|speculat|in talks|negotiat|draft|considering|weighing|discuss|소문|루머|검토|논의|협의/, 0.1, 0],
];

export function readStatus(raw: string): Status {
  const text = folded(raw).replace(/_/g, ' ').replace(ANOTHER, ' ').trim();
  if (DEAD_WORDS.test(text.replace(NOT_DEAD, '')))
    return { weight: 0, standing: 'other', flags: DEAD | flagsOf(text), known: true };
  let flags = flagsOf(text);
  let weight = -1;
  let standing: Status['standing'] = 'other';
  // 'not signed', 'unsigned', 'incomplete', '미체결': the soft words decide.
  const negated =
    /\b(?:not|not yet|un|in|yet to be)[ -]?(?:signed|closed|paid|completed?|executed|settled|funded|drawn)|미체결|미서명|미완료|미지급|예정/.test(
      text,
    );
  if (!negated && CLOSED.test(text)) [weight, standing] = [1, 'closed'];
  else if (!negated && SIGNED.test(text)) [weight, standing] = [0.85, 'signed'];
  let soft = -1;
  for (const [words, softWeight, softFlags] of SOFT) {
    if (!words.test(text)) continue;
    if (softWeight > soft) soft = softWeight;
    flags |= softFlags;
  }
  if (weight < 0) weight = soft;
  if (/term ?sheet/.test(text) && weight > 0.5) [weight, standing] = [0.5, 'other'];
  const capped =
    flags & (CONDITIONAL | CANCELLABLE) && !/\boption\b|옵션/.test(text) ? 0.25 : flags & UP_TO ? 0.5 : 1;
  if (weight < 0 && capped < 1) weight = capped;
  if (weight < 0) return { weight: negated ? 0.25 : 1, standing: 'other', flags, known: negated };
  return { weight: Math.min(weight, capped), standing, flags, known: true };
}

function flagsOf(text: string): number {
  let flags = UPTO.test(text) ? UP_TO : 0;
  if (CONDITIONED.test(text) && !/unconditional|not conditional|no longer conditional|무조건/.test(text))
    flags |= CONDITIONAL;
  if (VESTS.test(text)) flags |= CONDITIONAL;
  if (CANCELS.test(text) && !NOT_CANCELS.test(text)) flags |= CANCELLABLE;
  return flags;
}

/**
 * Flags from a condition or linkage text: CONDITIONAL, CANCELLABLE, RELATED_PARTY. A link alone ('tied to AI018') is no condition,
 * and 'up to' in prose says nothing about this row's amount.
 */
export function flagsOfCondition(raw: string): number {
  const text = folded(raw);
  let flags = 0;
  if (
    /conditional (?:on|upon)|on (?:the )?condition|subject to|contingent|performance milestones?|조건부/.test(
      text,
    ) &&
    !/not conditional|no longer conditional|unconditional/.test(text)
  ) {
    flags |= CONDITIONAL;
  }
  if ((CANCELS.test(text) || /may (?:end|terminate|cancel)/.test(text)) && !NOT_CANCELS.test(text))
    flags |= CANCELLABLE;
  if (/related[- ]part(?:y|ies)|common (?:owner|control)|affiliate|subsidiary|특수관계|계열사/.test(text))
    flags |= RELATED_PARTY;
  return flags;
}
