/**
 * What a deal is called -> its class (model: ledger table), in English and Korean.
 *
 * The longest phrase found in the text decides, and at equal length the first in this table, so 'loan guarantee' is a guarantee
 * and 'revenue share' is spend. X (money from outside) is never concluded from a word: whether a lender stands outside the
 * circle is for the sheet to say, in a class column. 'transfer' and its like say nothing of what the receiver gives, and are
 * '?'. A word that is in no table is most often what was bought ('fibre', 'steel'), so it is spend, and that is said.
 *
 * Money that goes back to whoever gave it is '?', too: a repayment, a dividend, a buyback of shares. It funds nobody's purchases
 * and is nobody's revenue, though the words beside it ('loan repayment', 'repurchase of shares') are words for funding. It is
 * said (`givesBack`), never guessed: such a row counts in the circulation and in no measure that asks for a class.
 * O(length x phrases), once per distinct text.
 */
import { folded, tidy } from './text';
import { FUNDING, GUARANTEE, OUTSIDE, SPEND, UNSAID, WARRANT, dealClasses } from './types';

const PHRASES: readonly (readonly [number, string])[] = [
  [
    WARRANT,
    'warrant|shares to a customer|shares to customer|stock to customer|shares issued to the customer|stock option|options|option grant|rebate in stock|rebate as stock|stock rebate|equity kicker|penny warrant|워런트|신주인수권|스톡옵션|주식매수선택권',
  ],
  [
    GUARANTEE,
    'guarantee|guaranty|loan guarantee|residual value guarantee|backstop|residual capacity|take-back|keepwell|surety|letter of credit|put option|보증|지급보증|백스톱|연대보증',
  ],
  [
    FUNDING,
    'bond|bonds|corporate bond|notes|debenture|revolver|revolving credit|term loan|mezzanine|preferred|trade credit|supplier credit|ipo|m&a|grant|회사채|사채|채권|equity|equity interest|equity purchase|purchase of equity|ownership interest|stake|stake purchase|purchase of a stake|shares|share purchase|purchase of shares|share sale|sale of shares|stock purchase|investment|invest|invested|funding|convertible|convertible note|safe|loan|loan note|lending|debt|debt facility|repurchase agreement|credit line|credit facility|line of credit|facility|vendor financing|vendor finance|financing|seller note|prepayment|prepaid|advance|deposit|credits|cloud credits|rebate|cash rebate|consideration to customer|consideration payable to a customer|marketing support|marketing fund|slotting|pay-back|acquisition|takeover|buyout|merger|joint venture|capital increase|round|series a|series b|series c|subscription of shares|지분|출자|투자|지분투자|유상증자|대출|대여|융자|차입|전환사채|벤더파이낸싱|선급금|선수금|크레딧|리베이트|인수|합작',
  ],
  [
    SPEND,
    'take or pay|offtake|off take|end customers|end demand|goods|products|inventory|purchase|purchases|buy|order|supply|supply agreement|compute|cloud|hosting|capacity|iru|lease|rent|rental|colocation|licence|license|licensing|royalty|royalties|revenue share|revenue sharing|power|energy|electricity|advertising|ads|software|saas|subscription|service|services|interest|sales|sale|concentrate|fee|fees|commitment|procurement|equipment|chips|hardware|maintenance|consulting|구매|구입|매입|매출|판매|발주|공급|공급계약|클라우드|컴퓨팅|연산|임대|임차|리스|라이선스|사용료|로열티|수익배분|전력|광고|소프트웨어|구독|용역|서비스|이자|수수료|설비',
  ],
];

/** Beat words for funding that do not contain them: 'repurchase of shares', but not 'repurchase agreement', which is a loan. */
const BACK =
  'repayment|loan repayment|debt repayment|debt service|principal payment|amortisation|amortization|dividend|distribution to shareholders|buyback|buy back|repurchase|redemption|return of capital|capital return|capital reduction|상환|배당|환매|감자';
/** Beat words for purchases as well: 'purchase of treasury shares'. */
const OWN_SHARES =
  'own shares|treasury shares|treasury stock|share buyback|stock buyback|share repurchase|stock repurchase|자사주|자기주식';

/** Words for money that moves without saying why. */
const PASSING = 'transfer|payment|wire|settlement|netting|intercompany|cash pooling|이체|송금|정산|대체';

/** 'take-back', 'revenue_share' and 'equity/cash' are words side by side. */
function spaced(text: string): string {
  return text.replace(/[-_/+]/g, ' ');
}

interface Phrase {
  readonly text: string;
  readonly dealClass: number;
}

const TABLE: readonly Phrase[] = PHRASES.flatMap(([dealClass, list]) =>
  list.split('|').map((text) => ({ text: spaced(text), dealClass })),
).sort((a, b) => b.text.length - a.text.length || a.dealClass - b.dealClass);

const WORD_CHAR = /[\p{L}\p{N}]/u;
const HANGUL = /[가-힣]/;

/** Whole words for Latin phrases (with a plural s); anywhere for Korean ones, which glue their endings on. */
function contains(text: string, phrase: string): boolean {
  if (HANGUL.test(phrase)) return text.includes(phrase);
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = at === 0 ? ' ' : text[at - 1];
    let end = at + phrase.length;
    if (text[end] === 's') end++;
    const after = text[end] ?? ' ';
    if (!WORD_CHAR.test(before) && !WORD_CHAR.test(after)) return true;
  }
  return false;
}

const PASSING_PHRASES = PASSING.split('|');
const BACK_PHRASES = BACK.split('|');
const OWN_SHARE_PHRASES = OWN_SHARES.split('|');

function phraseOf(text: string): Phrase | undefined {
  return TABLE.find((phrase) => contains(text, phrase.text));
}

function isBack(text: string, winner: Phrase | undefined): boolean {
  if (winner === undefined || winner.dealClass === FUNDING || winner.dealClass === SPEND)
    if (OWN_SHARE_PHRASES.some((phrase) => contains(text, phrase))) return true;
  if (winner !== undefined && winner.dealClass !== FUNDING) return false;
  return BACK_PHRASES.some(
    (phrase) => contains(text, phrase) && (winner === undefined || !contains(winner.text, phrase)),
  );
}

/** 'convertible_note' -> FUNDING; UNSAID for money that only moves or goes back; SPEND for a word that is in no table. */
export function classOfKind(kind: string): number {
  const text = spaced(folded(kind));
  const winner = phraseOf(text);
  if (isBack(text, winner)) return UNSAID;
  if (winner !== undefined) return winner.dealClass;
  return isPassing(text) || !/[\p{L}]/u.test(text) ? UNSAID : SPEND;
}

/** Whether a kind is in no table at all: its class is then a guess that has to be said. */
export function isUnknownKind(kind: string): boolean {
  const text = spaced(folded(kind));
  return phraseOf(text) === undefined && !isPassing(text) && !isBack(text, undefined);
}

function isPassing(text: string): boolean {
  return PASSING_PHRASES.some((phrase) => contains(text, phrase));
}

/** Whether a kind is money that goes back to whoever gave it: 'loan repayment', 'dividend', 'share buyback'. */
export function givesBack(kind: string): boolean {
  const text = spaced(folded(kind));
  return isBack(text, phraseOf(text));
}

const CLASS_WORDS: ReadonlyMap<string, number> = new Map([
  ['funding', FUNDING],
  ['warrant', WARRANT],
  ['guarantee', GUARANTEE],
  ['spend', SPEND],
  ['outside', OUTSIDE],
  ['자금', FUNDING],
  ['보증', GUARANTEE],
  ['지출', SPEND],
  ['외부', OUTSIDE],
  ['unknown', UNSAID],
]);

/** A class cell: one of the letters F W G S X ?, or the word for it; -1 when it is none. */
export function classOfCell(text: string): number {
  const letter = tidy(text).toUpperCase();
  for (let i = 0; i < dealClasses.length; i++) if (dealClasses[i] === letter) return i;
  return CLASS_WORDS.get(folded(text)) ?? -1;
}

const UNDIRECTED =
  /^(?:strategic )?(?:partnership|alliance|collaboration|mou|memorandum of understanding|cooperation)$|^(?:파트너십|제휴|업무협약|협력)$/;

/** A kind that names no payer and no receiver: such a row can never close a loop. */
export function isUndirected(kind: string): boolean {
  return UNDIRECTED.test(folded(kind).replace(/_/g, ' '));
}
