/** Words in headings and row labels -> roles of the financials table, English and Korean. */
import { matchHeading, phrasesOf } from './headings';
import type { HeadingMatch } from './headings';
import { wordsOf } from './text';
import type { FinancialRole } from './types';

export const amountRoles = [
  'revenue',
  'outsideRevenue',
  'capex',
  'operatingCashFlow',
  'cashMargin',
  'commitments',
] as const satisfies readonly FinancialRole[];

/** Roles whose cells are figures: money, and the margin, which is a share of it. */
export type AmountRole = (typeof amountRoles)[number];

export const financialRoles: readonly FinancialRole[] = [
  'party',
  'period',
  ...amountRoles,
  'source',
  'grade',
];

export const financialWords: readonly {
  role: FinancialRole;
  meaning: string;
  exact: string;
  inside: string;
}[] = [
  {
    role: 'party',
    meaning: 'the company',
    exact: 'company|entity|party|name|firm|organisation|organization|회사|기업|법인|업체|당사자',
    inside: 'company name|entity name|party name|회사명|기업명|법인명',
  },
  {
    role: 'period',
    meaning: 'the period',
    exact: 'period|year|fy|quarter|date|기간|연도|년도|분기|기|결산기',
    inside: 'fiscal year|financial year|fiscal period|period end|year end|회계연도|사업연도|결산기간',
  },
  {
    role: 'revenue',
    meaning: 'revenue',
    exact: 'sales|turnover|매출|수익',
    inside: 'revenue|revenues|net sales|net revenue|total revenue|total revenues|매출액|영업수익',
  },
  {
    role: 'outsideRevenue',
    meaning: 'revenue from outside the circle',
    exact: 'external|outside',
    inside:
      'outside revenue|external revenue|end customer revenue|third party revenue|organic revenue|paid revenue|외부매출|외부매출액|외부고객매출',
  },
  {
    role: 'capex',
    meaning: 'capital spending',
    exact: 'capital|ppe|설비',
    inside:
      'capex|capital expenditure|capital expenditures|capital spending|cash capex|purchases of property and equipment|purchase of property plant and equipment|자본적지출|설비투자|시설투자|유형자산취득|유형자산의취득',
  },
  {
    role: 'operatingCashFlow',
    meaning: 'operating cash flow',
    exact: 'ocf|cfo',
    inside:
      'operating cash flow|operating cashflow|cash flow from operations|cash from operations|cash from operating activities|net cash from operating activities|net cash provided by operating activities|영업활동현금흐름|영업현금흐름|영업활동으로인한현금흐름',
  },
  {
    role: 'cashMargin',
    meaning: 'the cash margin',
    exact: 'cash margin',
    inside: 'cash margin|ocf margin|operating cash margin|operating cash flow margin|현금마진|현금이익률',
  },
  {
    role: 'commitments',
    meaning: 'promises to spend',
    exact: 'obligations|약정',
    inside:
      'commitments|commitments or backlog|purchase commitments|purchase obligations|committed spend|spending commitments|구매약정|약정액|투자약정',
  },
  {
    role: 'source',
    meaning: 'the source',
    exact: 'source|sources|url|citation|출처|근거',
    inside: 'source url|source link',
  },
  {
    role: 'grade',
    meaning: 'the grade of the source',
    exact: 'grade|quality|등급|신뢰도',
    inside: 'source grade|revenue grade|capex grade|grade',
  },
];

const phrases = phrasesOf(financialWords);

/** 'capex to revenue', 'revenue growth', 'capex %': a ratio, not an amount. */
const RATIO =
  /^(?:to|per|over|growth|margin|ratio|share|percent|pct|%|yoy|change|multiple|grade|note|source|context|증가율|비율|대비)$/;
const NUMBERS: ReadonlySet<FinancialRole> = new Set(amountRoles.filter((role) => role !== 'cashMargin'));

export function financialRolesOf(heading: string): HeadingMatch<FinancialRole>[] {
  const all = wordsOf(heading);
  return matchHeading(heading, phrases, (role, others) => {
    if (!NUMBERS.has(role))
      return role === 'party' || role === 'period' ? (others.length > 1 ? 0.4 : 0.9) : 0.9;
    if (others.some((word) => RATIO.test(word)) || (all.includes('to') && all.length > 2)) return 0;
    return others.length > 2 ? 0.6 : 0.9;
  });
}

/** The amount that a row label names ('Revenue', '설비투자(조원)'); null for other labels and for ratios. */
export function itemOfLabel(label: string): AmountRole | null {
  const best = financialRolesOf(label)[0];
  if (best === undefined || best.confidence < 0.5) return null;
  return amountRoles.find((role) => role === best.role) ?? null;
}
