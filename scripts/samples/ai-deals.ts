/** ai-deals.xlsx: the deals of the AI build-out, the figures of the companies in them, and where each fact comes from. */
import { aliasSheet, aliases } from './aliases';
import { aiDeals, fundamentals } from './facts';
import type { Deal } from './facts';
import { figureOf, figuresSheet } from './figures';
import { look, TEAL } from './look';
import { gradeLines, proseSheet } from './read-me';
import { Sources } from './sources';
import { dateColumn, numberColumn, placesOf, sourceColumn, tableRows, textColumn, widthsOf } from './tables';
import type { Column } from './tables';
import type { SheetSpec } from './xlsx/sheet';
import type { WorkbookSpec } from './xlsx/package';

/** The telecoms of 2000 and the Nasdaq are the yardstick in dot-com.xlsx; these groups belong to the deals here. */
const groups = ['hyperscaler', 'neocloud', 'lab', 'vendor'];

/** Face amount of all rows and the same weighted by probability, USD bn. Unknown amounts are left out. */
export function totalsOf(deals: readonly Deal[]): { readonly gross: number; readonly expected: number } {
  let gross = 0;
  let expected = 0;
  for (const { amount, weight } of deals) {
    gross += Number(amount);
    expected += Number(amount) * Number(weight);
  }
  return { gross, expected };
}

function ledgerSheet(deals: readonly Deal[], sources: Sources): SheetSpec {
  const columns: Column<Deal>[] = [
    textColumn('ID', 8, look.oneLine, ({ id }) => id),
    dateColumn('Date', 12, ({ date }) => date),
    textColumn('Payer', 18, look.text, ({ from }) => from),
    textColumn('Receiver', 18, look.text, ({ to }) => to),
    numberColumn('Amount (USD bn)', 12, look.money, ({ amount }) => amount),
    textColumn('Kind', 14, look.text, ({ kind }) => kind),
    textColumn('Class', 8, look.code, ({ dealClass }) => dealClass),
    textColumn('Status', 17, look.text, ({ status }) => status),
    numberColumn('Probability', 12, look.percent, ({ weight }) => weight),
    numberColumn('Term (years)', 9, look.number, ({ term }) => term),
    numberColumn('Per year (USD bn)', 12, look.money, ({ perYear }) => perYear),
    textColumn('Linked to', 18, look.text, ({ linkedTo }) => linkedTo),
    textColumn('Condition', 46, look.note, ({ condition }) => condition),
    textColumn('Amount note', 42, look.note, ({ amountNote }) => amountNote),
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

function readMe(deals: readonly Deal[], lines: number): SheetSpec {
  const { gross, expected } = totalsOf(deals);
  const money = (amount: number): string => amount.toLocaleString('en-US', { maximumFractionDigits: 1 });
  const unknown = deals.filter(({ amount }) => amount === '').map(({ id }) => id);
  const dead = deals.filter(({ weight }) => Number(weight) === 0).map(({ id }) => id);
  return proseSheet({
    name: 'Read me',
    title: 'The deals of the AI build-out, 2019 to July 2026',
    widths: [24, 104],
    lead: [
      `${deals.length} deals between chip makers, clouds, laboratories and lenders: ${money(gross)} bn dollars at face value, ` +
        `${money(expected)} bn when each deal counts with its probability. Question: how much of it goes round in a circle, ` +
        'who pays from outside, and can the revenue carry the spending?',
    ],
    sections: [
      {
        heading: 'What is in this workbook',
        lines: [
          {
            label: 'Deal ledger',
            link: "#'Deal ledger'!A1",
            texts: [
              'Table Deals, one row per deal. Value moves from Payer to Receiver: an investor pays the company it invests in, a buyer pays the seller, the issuer of a warrant pays its holder, a guarantor pays whom it stands for.',
            ],
          },
          {
            label: 'Company figures',
            link: "#'Company figures'!A1",
            texts: [
              `Table Financials, ${lines} lines: revenue, capital spending, operating cash flow, commitments or backlog, debt. OpenAI 2025 carries the 1,400 bn of commitments.`,
            ],
          },
          {
            label: 'Source list',
            link: "#'Source list'!A1",
            texts: ['Table Sources: every address once, its grade, and the rows that rest on it.'],
          },
        ],
      },
      {
        heading: 'The columns that need a word',
        lines: [
          {
            label: 'Amount (USD bn)',
            texts: ['Billions of US dollars, face value. Empty means unknown, which is not zero.'],
          },
          {
            label: 'Class',
            texts: [
              'F funding (equity, loan, credits), W warrant or shares to a customer, G guarantee, S spend that becomes revenue of the receiver, X money from outside the circle.',
            ],
          },
          {
            label: 'Status, Probability',
            texts: [
              'How far the deal has come, and the weight we suggest for it. The weight is a judgement: change it and look again.',
            ],
          },
          {
            label: 'Per year (USD bn)',
            texts: [
              'Amount divided by the term, where a term is known. For comparison with one year of revenue.',
            ],
          },
          {
            label: 'Linked to',
            texts: ['Other rows that this deal depends on, or that were announced with it.'],
          },
          { label: 'Grade', texts: ['How well the fact is grounded; see below. Never read a C as an A.'] },
        ],
      },
      { heading: 'Grades', lines: gradeLines },
      {
        heading: 'Before you quote a figure',
        lines: [
          {
            label: 'Stocks and flows',
            texts: [
              'Some rows are one payment, some are a total over many years, some are a year. Use Term and Per year before comparing with the revenue of one year.',
            ],
          },
          {
            label: 'Rows that do not stand',
            texts: [
              `${dead.join(', ')} were superseded, ended, or repeat another row; their probability is 0. They are part of the face value and not of the expected one.`,
            ],
          },
          {
            label: 'Unknown amounts',
            texts: [`${unknown.join(', ')} name no price. They are counted and never summed.`],
          },
          {
            label: 'Upper bounds',
            texts: [
              'AI027 takes all capital spending of CoreWeave in 2025 as bought from Nvidia: an upper bound, grade I.',
            ],
          },
          {
            label: 'Names',
            texts: [
              'Google in the deals is Alphabet in the figures: the sheet Party names says so, and nothing else was merged. xAI and SpaceX merged in February 2026.',
            ],
          },
          {
            label: 'Evidence',
            texts: [
              'A circle of money is evidence and never a verdict. Vendor finance can be sound business; what clears it is outside demand, and what that takes is in the figures.',
            ],
          },
        ],
      },
      {
        heading: 'To try, in any empty cell, with the add-in',
        lines: [
          { label: 'How much returns?', texts: ['=DEAL.CIRCULARITY(Deals[#All])'] },
          { label: 'With probabilities?', texts: ['=DEAL.CIRCULARITY(Deals[#All],"expected")'] },
          { label: 'By which ways?', texts: ['=DEAL.LOOPS(Deals[#All],10)'] },
          { label: 'To one seller?', texts: ['=DEAL.ROUNDTRIP(Deals[#All],"Nvidia")'] },
          { label: 'Paid by the seller?', texts: ['=DEAL.FUNDED_SHARE(Deals[#All],"Nvidia")'] },
          {
            label: 'Can it be carried?',
            texts: ['=DEAL.COMMITMENT_COVERAGE(13.1,1400,8)'],
          },
          { label: 'If funding falls 78 %?', texts: ['=DEAL.STRESS(Deals[#All],0.78)'] },
        ],
      },
    ],
  });
}

export function aiDealsBook(): WorkbookSpec {
  const deals = aiDeals();
  const figures = fundamentals()
    .filter(({ group }) => groups.includes(group))
    .map(figureOf);
  const sources = new Sources();
  for (const deal of deals) sources.addDeal(deal);
  for (const figure of figures) sources.addFigure(figure);
  return {
    title: 'Looplens sample: the deals of the AI build-out',
    subject: 'Deals, company figures and sources, 2019 to July 2026',
    description: 'Facts with their grades. A circle of money is evidence and never a verdict.',
    sheets: [
      readMe(deals, figures.length),
      ledgerSheet(deals, sources),
      figuresSheet(figures, sources, false),
      sources.sheet(),
      aliasSheet(aliases, 0),
    ],
  };
}
