/**
 * Words in headings -> roles of the deal table, English and Korean. The arrow is the direction of value: payer -> receiver.
 *
 * `exact` words must be the whole heading (units and filler words aside); `inside` words may stand in a longer heading.
 * Longer phrases are listed with the role they really mean ('amount note'), because the longest match decides.
 */
import type { DealRole } from './types';

export interface RoleWords {
  readonly role: DealRole;
  /** What the role is called in a reason sentence. */
  readonly meaning: string;
  readonly exact: string;
  readonly inside: string;
}

export const dealWords: readonly RoleWords[] = [
  {
    role: 'from',
    meaning: 'the payer',
    exact:
      'from|who pays|pays|funder|backer|guarantor|lessee|licensee|client|origin|party a|party 1|company a|entity a|from party|giver|spender|tenant|offtaker|출처 회사|부터|준 곳|보낸 곳',
    inside:
      'payer|payor|investor|lender|buyer|purchaser|customer|sender|remitter|originator|acquirer|acquiror|source party|source entity|source company|paying party|funding party|paid by|invested by|투자사|투자자|투자기관|투자회사|매수자|매수인|구매자|구매사|고객사|고객|지급인|지급자|지급처|보내는 곳|보내는곳|송금인|대여자|대주|발주처|발주사|매입자|인수자|인수인|출자자|출자사|보증인|투자기업|채권자|매출처',
  },
  {
    role: 'to',
    meaning: 'the receiver',
    exact:
      'to|who is paid|gets paid|gets money|gets the money|target|destination|beneficiary|lessor|licensor|party b|party 2|company b|entity b|to party|taker|provider|landlord|issuer|받는 쪽|까지|받은 곳',
    inside:
      'payee|investee|borrower|seller|supplier|vendor|recipient|receiver|target company|target party|portfolio company|receiving party|paid to|invested in|피투자사|피투자자|피투자회사|피투자기업|투자대상|투자처|매도자|매도인|판매자|판매사|공급사|공급자|공급업체|공급처|수취인|수취처|받는 곳|받는곳|차입자|차주|수주사|피인수사|피인수기업|피보증인|수취자|수주처|피인수자|피인수회사|피출자회사|피출자사|채무자|매입처',
  },
  {
    role: 'amount',
    meaning: 'the amount',
    exact:
      'value|size|sum|usd|krw|eur|volume|price|cost|notional|principal|headline|금액|액수|규모|가액|대금|$|€|₩',
    inside:
      'amount|amt|deal value|deal size|transaction value|contract value|face value|commitment|consideration paid|investment size|거래금액|투자금액|투자금|계약금액|거래액|투자액|계약액|총액|거래규모|투자규모|계약규모',
  },
  {
    role: 'amountNote',
    meaning: 'a note on the amount',
    exact: 'amount basis|basis of amount',
    inside:
      'amount note|amount notes|amount status|amount comment|amount remark|value note|금액비고|금액 비고|금액메모',
  },
  {
    role: 'id',
    meaning: 'the id of a row',
    exact: 'id|no|nr|ref|reference|key|번호|식별자|순번',
    inside:
      'deal id|deal no|deal ref|transaction id|contract id|row id|trade id|거래번호|계약번호|딜번호|관리번호',
  },
  {
    role: 'kind',
    meaning: 'the kind of deal',
    exact: 'kind|type|category|instrument|nature|form|종류|유형|구분|형태|분류',
    inside:
      'deal type|deal kind|transaction type|contract type|payment type|instrument type|거래유형|거래종류|거래구분|계약유형|계약종류|투자유형|거래형태',
  },
  {
    role: 'class',
    meaning: 'the class of money (F, W, G, S, X)',
    exact: 'class|flow',
    inside: 'flow class|deal class|money class|자금성격|자금구분|자금분류',
  },
  {
    role: 'status',
    meaning: 'the status',
    exact: 'status|state|stage|phase|상태|단계|현황|진행',
    inside: 'deal status|contract status|deal stage|거래상태|계약상태|진행상태|진행상황|진행단계|진행현황',
  },
  {
    role: 'probability',
    meaning: 'the probability',
    exact: 'probability|prob|p|likelihood|weight|chance|확률|가중치|가능성',
    inside:
      'suggested weight|probability weight|closing probability|probability of closing|prob weight|status weight|likelihood of closing|성사확률|체결확률|실현확률|성사가능성',
  },
  {
    role: 'date',
    meaning: 'the date',
    exact: 'date|day|when|period|year|month|날짜|일자|일시|시점|연도|년도|시기',
    inside:
      'deal date|announcement date|date announced|announced date|announced on|signing date|signed date|signed on|contract date|start date|payment date|value date|transaction date|effective date|closing date|trade date|계약일|계약일자|체결일|거래일|거래일자|투자일|투자일자|발표일|시작일|지급일|공시일',
  },
  {
    role: 'endDate',
    meaning: 'the end date',
    exact: 'until|expiry|maturity|만기|종료',
    inside: 'end date|expiry date|expiration date|maturity date|last date|종료일|만기일|만료일',
  },
  {
    role: 'term',
    meaning: 'the term',
    exact: 'term|tenor|duration|years|tenure|length|기간|연수|년수',
    inside:
      'term years|term in years|contract term|contract length|duration years|term months|계약기간|거래기간|약정기간',
  },
  {
    role: 'firmShare',
    meaning: 'the firm share',
    exact: 'firm|take or pay',
    inside: 'firm share|committed share|firm portion|share firm|firm pct|확정비율|확정 비율|확정분',
  },
  {
    role: 'link',
    meaning: 'links to other rows',
    exact: 'link|links|linked|linked to|related to',
    inside:
      'linked to|linked deal|linked deals|linked rows|related deal|related deals|related ids|연결|연계거래|관련거래',
  },
  {
    role: 'condition',
    meaning: 'a condition',
    exact: 'condition|conditions|terms|linkage|조건|연계|단서',
    inside:
      'condition or linkage|deal terms|conditions precedent|conditionality|contingency|계약조건|거래조건|선행조건|전제조건',
  },
  {
    role: 'currency',
    meaning: 'the currency',
    exact: 'currency|ccy|cur|curr|통화|화폐',
    inside: 'currency code|통화코드|거래통화',
  },
  {
    role: 'unit',
    meaning: 'the unit',
    exact: 'unit|units|scale|단위|금액단위',
    inside: 'amount unit|unit of amount|금액 단위',
  },
  {
    role: 'source',
    meaning: 'the source',
    exact: 'source|sources|url|citation|evidence|reference url|출처|근거|참고',
    inside: 'source url|source link|source document|출처링크|출처 url|근거자료',
  },
  {
    role: 'grade',
    meaning: 'the grade of the source',
    exact: 'grade|quality|confidence|신뢰도|등급',
    inside: 'source grade|evidence grade|source quality|출처등급|자료등급',
  },
  {
    role: 'direction',
    meaning: 'the direction',
    exact:
      'direction|side|buy sell|in out|dr cr|debit credit|inflow outflow|방향|입출금|매수매도|차대|입출금구분',
    inside: 'flow direction|buy or sell|거래방향|자금방향',
  },
];

/** Columns of one counterparty beside the owner of the sheet, or beside a party column: value flows by a direction column. */
export const counterpartyWords =
  'counterparty|counter party|counterpart|other party|상대방|거래상대방|거래처|상대처|상대회사';
export const partyWords = 'party|company|entity|firm|owner|account holder|회사|당사자|당사|업체|법인';

/** Words that may stand beside a party word: 'buyer name'. Anything else ('seller revenue context') is another thing. */
export const partyCompanions =
  /^(?:name|names|party|parties|counterparties|deal|entity|company|firm|corp|account|group|organization|organisation|side|legal|full|of|the|value|명|사명|이름|회사|업체|기업|측)$/;

/** Words that make an amount column something else: a rate, a price, a share of something. */
export const amountSpoilers =
  /^(?:annualised|annualized|annual|yearly|monthly|quarterly|per|pa|p|weight|weighted|expected|probability|tax|vat|fee|fees|share|shares|price|percent|pct|%|remaining|outstanding|paid|drawn|local|original|id|count|number|change|growth|multiple|valuation|cap|market|status|note|notes|basis|currency|unit|연간|연환산|월|환산|잔액|세금|수수료|비율|단가|통화|단위|비고)$/;
