/** dot-com.xlsx: the documented cases of 2000 and around, ordinary chains and near-misses beside them, and the telecom yardstick. */
import { caseLessons } from './cases';
import type { CaseLesson, CaseLoop } from './cases';
import { caseDeals, fundamentals } from './facts';
import type { CaseDeal } from './facts';
import { figureOf, figuresSheet, sellerFigure } from './figures';
import type { Figure } from './figures';
import { look, TEAL } from './look';
import { gradeLines, proseSheet } from './read-me';
import { sellerRevenues } from './revenues';
import { Sources } from './sources';
import { dateColumn, numberColumn, placesOf, sourceColumn, tableRows, textColumn, widthsOf } from './tables';
import type { Column } from './tables';
import type { WorkbookSpec } from './xlsx/package';
import type { SheetSpec } from './xlsx/sheet';

/** Groups of fundamentals.csv that belong to this workbook rather than to ai-deals.xlsx. */
const yardstick = ['telecom', 'telecom-aggregate', 'vendor-telecom', 'index'];

/** P01a is the promise of which P01b is the part drawn: the same facility, so only one of them counts. */
const SAME_FACILITY = { id: 'P01a', status: 'duplicate of P01b' };

function withStatus(deal: CaseDeal): CaseDeal {
  const repeats = deal.id === SAME_FACILITY.id;
  return { ...deal, status: repeats ? SAME_FACILITY.status : 'closed', weight: repeats ? '0' : '1' };
}

/** '0.29%', '1.8%', '36%': as many decimals as the size of the share can bear. */
export function percentText(share: number): string {
  const percent = share * 100;
  return `${percent.toFixed(percent >= 10 ? 0 : percent >= 1 ? 1 : 2)}%`;
}

/** Smallest leg of a loop, USD bn, as written in the facts; null when a leg has no amount. */
export function loopAmount({ legs }: CaseLoop, deals: readonly CaseDeal[]): string | null {
  const amounts = legs.map((leg) => deals.find(({ id }) => id === leg)?.amount ?? '');
  if (amounts.includes('')) return null;
  return amounts.reduce((least, amount) => (Number(amount) < Number(least) ? amount : least));
}

function loopText(loop: CaseLoop, deals: readonly CaseDeal[]): string {
  const amount = loopAmount(loop, deals);
  if (amount === null) return 'not known: a leg has no amount';
  const revenue = sellerRevenues.find(
    ({ entity, period }) => entity === loop.seller && period === loop.period,
  );
  if (revenue === undefined) return `${amount} bn`;
  const share = percentText(Number(amount) / Number(revenue.revenue));
  return `${amount} of ${revenue.revenue} bn revenue of ${loop.seller}, ${revenue.period}: ${share}`;
}

interface CaseLine extends CaseLesson {
  readonly name: string;
  readonly said: string;
  readonly basis: string;
  readonly rows: number;
  readonly round: string;
}

function caseLines(deals: readonly CaseDeal[]): CaseLine[] {
  return caseLessons.map((lesson) => {
    const own = deals.filter(({ caseId }) => caseId === lesson.caseId);
    return {
      ...lesson,
      name: own[0].caseName,
      said: own[0].label,
      basis: own[0].labelBasis,
      rows: own.length,
      round:
        lesson.loops.length === 0 ? 'nothing' : lesson.loops.map((loop) => loopText(loop, deals)).join('\n'),
    };
  });
}

function caseSheet(deals: readonly CaseDeal[]): SheetSpec {
  const lines = caseLines(deals);
  const columns: Column<CaseLine>[] = [
    textColumn('Case no.', 10, look.oneLine, ({ caseId }) => caseId),
    textColumn('Case', 32, look.text, ({ name }) => name),
    textColumn('Label', 18, look.text, ({ said }) => said),
    textColumn('Who says so', 30, look.text, ({ basis }) => basis),
    numberColumn('Rows', 8, look.number, ({ rows }) => String(rows)),
    textColumn('What goes round', 44, look.note, ({ round }) => round),
    textColumn('What to look at', 60, look.note, ({ look: text }) => text),
  ];
  return {
    name: 'Case list',
    tab: TEAL,
    widths: widthsOf(columns),
    rows: tableRows(columns, lines),
    table: { name: 'Cases', rows: lines.length },
    frozenColumns: 1,
  };
}

function ledgerSheet(deals: readonly CaseDeal[], sources: Sources): SheetSpec {
  const columns: Column<CaseDeal>[] = [
    textColumn('ID', 14, look.oneLine, ({ id }) => id),
    textColumn('Case no.', 10, look.oneLine, ({ caseId }) => caseId),
    textColumn('Case', 26, look.text, ({ caseName }) => caseName),
    textColumn('Label', 16, look.text, ({ label }) => label),
    dateColumn('Date', 16, ({ date }) => date),
    textColumn('Payer', 20, look.text, ({ from }) => from),
    textColumn('Receiver', 20, look.text, ({ to }) => to),
    numberColumn('Amount (USD bn)', 12, look.money, ({ amount }) => amount),
    textColumn('Kind', 16, look.text, ({ kind }) => kind),
    textColumn('Class', 8, look.code, ({ dealClass }) => dealClass),
    textColumn('Status', 12, look.text, ({ status }) => status),
    numberColumn('Probability', 12, look.percent, ({ weight }) => weight),
    textColumn('Condition', 36, look.note, ({ condition }) => condition),
    textColumn('Note', 30, look.note, ({ amountNote }) => amountNote),
    textColumn('As the source puts it', 34, look.note, ({ revenueContext }) => revenueContext),
    textColumn('Grade', 9, look.code, ({ grade }) => grade),
    numberColumn('Source no.', 9, look.number, ({ source }) => sources.numberOf(source)),
    sourceColumn('Source', 48, ({ source }) => source),
  ];
  return {
    name: 'Deal ledger',
    tab: TEAL,
    widths: widthsOf(columns),
    rows: tableRows(columns, deals),
    table: { name: 'Deals', rows: deals.length },
    frozenColumns: 1,
    printedColumns: columns.length - 1,
    textLikeNumbers: placesOf(columns, 'Date'),
  };
}

/** The sellers of the cases, then the telecoms, their suppliers and the index; a line that both have stands once. */
export function dotComFigures(): Figure[] {
  const lines = fundamentals().filter(({ group }) => yardstick.includes(group));
  const stands = (entity: string, period: string): boolean =>
    lines.some((line) => line.entity === entity && line.period === period);
  const sellers = sellerRevenues.filter(({ entity, period }) => !stands(entity, period));
  const caseOf = (entity: string, period: string): string =>
    sellerRevenues.find((seller) => seller.entity === entity && seller.period === period)?.caseId ?? '';
  return [
    ...sellers.map(sellerFigure),
    ...lines.map((line) => ({ ...figureOf(line), caseId: caseOf(line.entity, line.period) })),
  ];
}

function readMe(deals: readonly CaseDeal[]): SheetSpec {
  const circular = caseLessons.filter(({ caseId }) => caseId.startsWith('P')).length;
  return proseSheet({
    name: 'Read me',
    title: 'The yardstick: cases of 2000 and around',
    widths: [24, 104],
    lead: [
      `${circular} documented cases in which money went round, as courts, agencies or the companies themselves describe them, and ` +
        `${caseLessons.length - circular} ordinary chains and near-misses that must not be taken for them. ${deals.length} deals in all.`,
    ],
    sections: [
      {
        heading: 'What is in this workbook',
        lines: [
          {
            label: 'Case list',
            link: "#'Case list'!A1",
            texts: ['Table Cases: who labelled the case, how much goes round, and against which revenue.'],
          },
          {
            label: 'Deal ledger',
            link: "#'Deal ledger'!A1",
            texts: ['Table Deals: every deal with its case. Value moves from Payer to Receiver.'],
          },
          {
            label: 'Company figures',
            link: "#'Company figures'!A1",
            texts: [
              'Table Financials: revenue of the sellers, each with how the figure was come by; after them the telecoms of 2000 to 2003, their suppliers, and the Nasdaq at its peak and trough.',
            ],
          },
          {
            label: 'Source list',
            link: "#'Source list'!A1",
            texts: ['Table Sources: every source once, with what rests on it.'],
          },
        ],
      },
      {
        heading: 'How to read it',
        lines: [
          {
            label: 'One case at a time',
            texts: [
              'The cases have nothing to do with each other. Choose one by its number, as in the formulas below, or copy its rows among your own.',
            ],
          },
          {
            label: 'Share, not shape',
            texts: [
              'The circular cases hold only the suspect deals, so nearly all of their money goes round. What tells them apart is the share of the revenue: 36 % for CMS Energy in 2001, 0.29 % for Duke.',
            ],
          },
          {
            label: 'Harmless circles',
            texts: [
              'Deere lends to farmers who buy from Deere; Coca-Cola pays marketing support to a bottler. Many buyers with an income of their own clear such a circle.',
            ],
          },
          {
            label: 'No circle at all',
            texts: [
              'Intel, TSMC and Samsung funded ASML in 2012: the money went the way of their purchases, and nothing came back.',
            ],
          },
          {
            label: 'Hidden legs',
            texts: [
              'P13c (Luckin) was in no ledger and is inferred; P19b (McAfee) has no amount. A circle that is not in the sheet cannot be found in it.',
            ],
          },
          {
            label: 'Status, Probability',
            texts: [
              "Ours, not the sources': every deal took place; P01a repeats P01b (promised and drawn) and weighs nothing.",
            ],
          },
          {
            label: 'Labels',
            texts: [
              'A label is the finding or the description of a court, an agency, a committee or the company, named beside it. A score of ours is evidence and never a verdict.',
            ],
          },
        ],
      },
      { heading: 'Grades', lines: gradeLines },
      {
        heading: 'To try, in any empty cell, with the add-in',
        lines: [
          {
            label: 'One case',
            texts: ['=DEAL.CIRCULARITY(VSTACK(Deals[#Headers],FILTER(Deals,Deals[Case no.]="P05")))'],
          },
          {
            label: 'Its loops',
            texts: ['=DEAL.LOOPS(VSTACK(Deals[#Headers],FILTER(Deals,Deals[Case no.]="P05")))'],
          },
          { label: 'Vendor finance', texts: ['=DEAL.FUNDED_SHARE(Deals[#All],"Lucent","Winstar")'] },
          { label: 'Capex of 2001', texts: ['=DEAL.CAPEX_INTENSITY(8.5,19.8)'] },
        ],
      },
    ],
  });
}

export function dotComBook(): WorkbookSpec {
  const deals = caseDeals().map(withStatus);
  const figures = dotComFigures();
  const sources = new Sources();
  for (const deal of deals) sources.addDeal(deal);
  for (const figure of figures) sources.addFigure(figure);
  return {
    title: 'Looplens sample: cases of 2000 and around',
    subject: 'Documented circular deals, near-misses, ordinary chains, and the telecom yardstick',
    description:
      'Facts with their grades. A label stands with its basis; a score is evidence and never a verdict.',
    sheets: [
      readMe(deals),
      caseSheet(deals),
      ledgerSheet(deals, sources),
      figuresSheet(figures, sources, true),
      sources.sheet(),
    ],
  };
}
