/** The facts in data/, as records: every field stays the text that stands in the file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRecords } from './csv';

export interface Deal {
  readonly id: string;
  /** As written: '2025-09-22', '2025-05', '2026', '1998..2002-02'. */
  readonly date: string;
  readonly from: string;
  readonly to: string;
  /** USD bn; '' when no amount is known. */
  readonly amount: string;
  readonly amountNote: string;
  readonly kind: string;
  readonly dealClass: string;
  readonly status: string;
  readonly weight: string;
  readonly term: string;
  readonly perYear: string;
  readonly linkedTo: string;
  readonly condition: string;
  readonly source: string;
  readonly grade: string;
}

export interface CaseDeal extends Deal {
  /** 'P01', 'C13' */
  readonly caseId: string;
  readonly caseName: string;
  readonly label: string;
  readonly labelBasis: string;
  readonly revenueContext: string;
}

export interface Fundamental {
  readonly entity: string;
  readonly group: string;
  readonly period: string;
  readonly revenue: string;
  readonly capex: string;
  readonly operatingCashFlow: string;
  readonly freeCashFlow: string;
  readonly capexToRevenue: string;
  readonly cashToCapex: string;
  readonly debt: string;
  readonly commitments: string;
  readonly revenueGrade: string;
  readonly capexGrade: string;
  readonly source: string;
  readonly note: string;
}

const folder = join(__dirname, '../../data');

function records(file: string): ((column: string) => string)[] {
  return parseRecords(readFileSync(join(folder, file), 'utf8')).map((record) => (column) => {
    const field = record.get(column);
    if (field === undefined) throw new Error(`No column "${column}" (${file}).`);
    return field;
  });
}

/** The 85 deals of the AI build-out. */
export function aiDeals(): Deal[] {
  return records('ai-deals.csv').map((field) => ({
    id: field('deal_id'),
    date: field('date'),
    from: field('from'),
    to: field('to'),
    amount: field('amount_usd_bn'),
    amountNote: field('amount_note'),
    kind: field('kind'),
    dealClass: field('flow_class'),
    status: field('status'),
    weight: field('suggested_weight'),
    term: field('term_years'),
    perYear: field('annualised_usd_bn'),
    linkedTo: field('linked_to'),
    condition: field('condition_or_linkage'),
    source: field('source_url'),
    grade: field('source_grade'),
  }));
}

/** Documented circular cases first, ordinary chains and near-misses after them. */
export function caseDeals(): CaseDeal[] {
  return ['cases-circular.csv', 'cases-clean.csv'].flatMap((file) =>
    records(file).map((field) => ({
      caseId: field('case_id'),
      caseName: field('case'),
      label: field('label'),
      labelBasis: field('label_basis'),
      id: field('deal_id'),
      date: field('date'),
      from: field('from'),
      to: field('to'),
      amount: field('amount_usd_bn'),
      amountNote: field('amount_status'),
      kind: field('kind'),
      dealClass: field('flow_class'),
      status: '',
      weight: '',
      term: '',
      perYear: '',
      linkedTo: '',
      condition: field('linkage'),
      revenueContext: field('seller_revenue_context'),
      source: field('source_url'),
      grade: field('source_grade'),
    })),
  );
}

export function fundamentals(): Fundamental[] {
  return records('fundamentals.csv').map((field) => ({
    entity: field('entity'),
    group: field('group'),
    period: field('period'),
    revenue: field('revenue_bn'),
    capex: field('capex_bn'),
    operatingCashFlow: field('operating_cash_flow_bn'),
    freeCashFlow: field('fcf_bn'),
    capexToRevenue: field('capex_to_revenue'),
    cashToCapex: field('ocf_to_capex'),
    debt: field('debt_bn'),
    commitments: field('commitments_or_backlog_bn'),
    revenueGrade: field('revenue_grade'),
    capexGrade: field('capex_ocf_grade'),
    source: field('source'),
    note: field('note'),
  }));
}
