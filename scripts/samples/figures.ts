/** The company figures sheet: revenue and what must be paid for with it, one line per company and period. */
import type { Fundamental } from './facts';
import { GREY, look } from './look';
import type { SellerRevenue } from './revenues';
import type { Sources } from './sources';
import { numberColumn, placesOf, sourceColumn, tableRows, textColumn, widthsOf } from './tables';
import type { Column } from './tables';
import type { SheetSpec } from './xlsx/sheet';

export interface Figure {
  readonly caseId: string;
  readonly party: string;
  readonly group: string;
  readonly period: string;
  readonly revenue: string;
  readonly capex: string;
  readonly cash: string;
  readonly commitments: string;
  readonly debt: string;
  readonly grade: string;
  readonly note: string;
  readonly source: string;
}

/** One grade for the line; both, where revenue and capex rest on different grounds. */
export function gradeOf({ revenueGrade, capexGrade }: Fundamental): string {
  if (revenueGrade === '' && capexGrade === '') return 'not graded';
  if (revenueGrade === '' || revenueGrade === capexGrade) return capexGrade;
  if (capexGrade === '') return revenueGrade;
  return `${revenueGrade} (capex ${capexGrade})`;
}

export function figureOf(line: Fundamental): Figure {
  return {
    caseId: '',
    party: line.entity,
    group: line.group,
    period: line.period,
    revenue: line.revenue,
    capex: line.capex,
    cash: line.operatingCashFlow,
    commitments: line.commitments,
    debt: line.debt,
    grade: gradeOf(line),
    note: line.note,
    source: line.source,
  };
}

export function sellerFigure(seller: SellerRevenue): Figure {
  const { caseId, entity: party, period, revenue, grade, note, source } = seller;
  const nothing = { capex: '', cash: '', commitments: '', debt: '' };
  return { caseId, party, group: 'case', period, revenue, ...nothing, grade, note, source };
}

/** Sheet "Company figures" with the table Financials. The sources must know every line already. */
export function figuresSheet(figures: readonly Figure[], sources: Sources, withCases: boolean): SheetSpec {
  const caseColumn = textColumn<Figure>('Case no.', 10, look.code, ({ caseId }) => caseId);
  const columns: Column<Figure>[] = [
    textColumn('Party', 23, look.text, ({ party }) => party),
    textColumn('Group', 18, look.text, ({ group }) => group),
    textColumn('Period', 17, look.date, ({ period }) => period),
    ...(withCases ? [caseColumn] : []),
    numberColumn('Revenue (USD bn)', 12, look.money, ({ revenue }) => revenue),
    numberColumn('Capex (USD bn)', 11, look.money, ({ capex }) => capex),
    numberColumn('Operating cash flow (USD bn)', 19, look.money, ({ cash }) => cash),
    numberColumn('Commitments or backlog (USD bn)', 22, look.money, ({ commitments }) => commitments),
    numberColumn('Debt (USD bn)', 10, look.money, ({ debt }) => debt),
    textColumn('Grade', 13, look.code, ({ grade }) => grade),
    textColumn('Note', 50, look.note, ({ note }) => note),
    numberColumn('Source no.', 9, look.number, ({ source }) => sources.numberOf(source)),
    sourceColumn('Source', 48, ({ source }) => source),
  ];
  return {
    name: 'Company figures',
    tab: GREY,
    widths: widthsOf(columns),
    rows: tableRows(columns, figures),
    table: { name: 'Financials', rows: figures.length },
    frozenColumns: 1,
    printedColumns: columns.length - 1,
    textLikeNumbers: placesOf(columns, 'Period'),
  };
}
