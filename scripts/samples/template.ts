/** template.xlsx: tables to fill in, with three example deals and three example companies that the user writes over. */
import { aliasSheet } from './aliases';
import { asExample, look, TEAL, GREY } from './look';
import { proseSheet } from './read-me';
import { dateColumn, numberColumn, placesOf, sourceColumn, tableRows, textColumn, widthsOf } from './tables';
import type { Column } from './tables';
import type { WorkbookSpec } from './xlsx/package';
import type { SheetRow, SheetSpec } from './xlsx/sheet';

const EMPTY_DEALS = 57;
const EMPTY_FIGURES = 27;

/** Kinds and statuses that every part of Looplens understands; others are kept and listed as not understood. */
export const kinds = [
  'equity',
  'convertible',
  'loan',
  'prepayment',
  'credits',
  'warrant',
  'guarantee',
  'purchase',
  'compute',
  'cloud',
  'lease',
  'licence',
  'revenue share',
  'bond',
  'end customers',
] as const;
export const statuses = [
  'rumour',
  'letter of intent',
  'announced',
  'conditional',
  'up to',
  'signed',
  'closed',
  'superseded',
  'terminated',
] as const;

interface ExampleDeal {
  readonly id: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly kind: string;
  readonly status: string;
  readonly link: string;
}

/** The triangle that every explanation of Looplens begins with: 40 can go round, 3 x 40 of 440. */
export const exampleDeals: readonly ExampleDeal[] = [
  {
    id: 'EX1',
    date: '2025-01-10',
    from: 'Nvidia',
    to: 'OpenAI',
    amount: '100',
    kind: 'equity',
    status: 'signed',
    link: '',
  },
  {
    id: 'EX2',
    date: '2025-02-10',
    from: 'OpenAI',
    to: 'Oracle',
    amount: '300',
    kind: 'compute',
    status: 'signed',
    link: 'EX1',
  },
  {
    id: 'EX3',
    date: '2025-03-10',
    from: 'Oracle',
    to: 'Nvidia',
    amount: '40',
    kind: 'purchase',
    status: 'signed',
    link: 'EX2',
  },
];

interface ExampleFigure {
  readonly party: string;
  readonly period: string;
  readonly revenue: string;
  readonly capex: string;
  readonly cash: string;
  readonly commitments: string;
}

const exampleFigures: readonly ExampleFigure[] = [
  { party: 'Nvidia', period: 'FY2026 (Jan)', revenue: '215.9', capex: '', cash: '', commitments: '26.0' },
  { party: 'OpenAI', period: '2025', revenue: '13.1', capex: '', cash: '', commitments: '1400' },
  {
    party: 'Oracle',
    period: 'FY2025 (May)',
    revenue: '57.399',
    capex: '21.2',
    cash: '20.821',
    commitments: '138',
  },
];

const NOTE = 'Example: write over it or delete the row.';

/** Example rows on their paper, then empty rows with the formats of their columns. */
function rowsWithRoom<Item>(
  columns: readonly Column<Item>[],
  examples: readonly Item[],
  room: number,
): SheetRow[] {
  const [heading, ...rows] = tableRows(columns, examples);
  const example = rows.map(({ cells }) => ({
    cells: cells.map((cell) => (cell === null ? null : { ...cell, style: asExample(cell.style) })),
  }));
  const empty = { cells: columns.map(({ style }) => ({ value: null, style })) };
  return [heading, ...example, ...Array.from({ length: room }, () => empty)];
}

function ledgerSheet(): SheetSpec {
  const columns: Column<ExampleDeal>[] = [
    textColumn('ID', 8, look.oneLine, ({ id }) => id),
    dateColumn('Date', 12, ({ date }) => date),
    textColumn('Payer', 20, look.text, ({ from }) => from),
    textColumn('Receiver', 20, look.text, ({ to }) => to),
    numberColumn('Amount (USD bn)', 12, look.money, ({ amount }) => amount),
    textColumn('Kind', 16, look.text, ({ kind }) => kind),
    textColumn('Status', 16, look.text, ({ status }) => status),
    numberColumn('Probability', 12, look.percent, () => ''),
    numberColumn('Term (years)', 9, look.number, () => ''),
    textColumn('Linked to', 14, look.text, ({ link }) => link),
    textColumn('Condition', 34, look.note, () => ''),
    textColumn('Note', 34, look.note, () => NOTE),
    sourceColumn('Source', 34, () => ''),
  ];
  return {
    name: 'Deal ledger',
    tab: TEAL,
    widths: widthsOf(columns),
    rows: rowsWithRoom(columns, exampleDeals, EMPTY_DEALS),
    table: { name: 'Deals', rows: exampleDeals.length + EMPTY_DEALS },
    frozenColumns: 1,
    textLikeNumbers: placesOf(columns, 'Date'),
    validations: [
      {
        column: 'Amount (USD bn)',
        between: [0, 1_000_000],
        title: 'Amount',
        prompt:
          'One number, 0 or more, in the unit of the heading. Leave it empty when the amount is not known.',
      },
      {
        column: 'Kind',
        words: kinds,
        title: 'Kind',
        prompt: 'What the receiver gets it for. Choose a word or type your own.',
      },
      {
        column: 'Status',
        words: statuses,
        title: 'Status',
        prompt: 'How far the deal has come. Without a probability the status decides its weight.',
      },
      {
        column: 'Probability',
        between: [0, 1],
        title: 'Probability',
        prompt: 'From 0% to 100%. Leave it empty to use the weight of the status.',
      },
    ],
  };
}

function figuresSheet(): SheetSpec {
  const columns: Column<ExampleFigure>[] = [
    textColumn('Party', 24, look.text, ({ party }) => party),
    textColumn('Period', 16, look.date, ({ period }) => period),
    numberColumn('Revenue (USD bn)', 12, look.money, ({ revenue }) => revenue),
    numberColumn('Capex (USD bn)', 11, look.money, ({ capex }) => capex),
    numberColumn('Operating cash flow (USD bn)', 19, look.money, ({ cash }) => cash),
    numberColumn('Commitments or backlog (USD bn)', 25, look.money, ({ commitments }) => commitments),
    textColumn('Note', 44, look.note, () => NOTE),
    sourceColumn('Source', 44, () => ''),
  ];
  return {
    name: 'Company figures',
    tab: GREY,
    widths: widthsOf(columns),
    rows: rowsWithRoom(columns, exampleFigures, EMPTY_FIGURES),
    table: { name: 'Financials', rows: exampleFigures.length + EMPTY_FIGURES },
    frozenColumns: 1,
    textLikeNumbers: placesOf(columns, 'Period'),
  };
}

function howTo(): SheetSpec {
  return proseSheet({
    name: 'How to',
    title: 'Your own deals, in five minutes   ·   내 거래 넣기, 5분',
    widths: [22, 62, 62],
    lead: [
      'Two tables wait for your figures. The rows on yellow paper are examples: write over them.',
      '표 두 개가 비어 있습니다. 노란 바탕의 행은 보기이니 덮어쓰세요.',
    ],
    sections: [
      {
        heading: 'Steps   ·   순서',
        lines: [
          {
            label: '1  Deal ledger',
            link: "#'Deal ledger'!A1",
            texts: [
              'One row per deal. Payer is who gives value, Receiver is who gets it: an investor pays the company it invests in, a buyer pays the seller, the issuer of a warrant pays its holder.',
              '거래 하나에 한 행. Payer는 가치를 주는 쪽, Receiver는 받는 쪽입니다. 투자자 → 투자받는 회사, 구매자 → 판매자, 워런트 발행사 → 보유자.',
            ],
          },
          {
            label: '2  Amount',
            texts: [
              'One unit and one currency for the whole table, named in the heading. Change the heading if yours differ, for example "Amount (KRW bn)". Unknown stays empty, which is not zero.',
              '표 전체에 단위와 통화는 하나만 쓰고 머리글에 적습니다. 다르면 머리글을 바꾸세요(예: "금액 (억원)"). 모르는 금액은 비워 둡니다. 빈칸은 0이 아닙니다.',
            ],
          },
          {
            label: '3  Kind, Status',
            texts: [
              'Choose from the list. Kind tells funding from revenue; status tells how sure the deal is.',
              '목록에서 고르세요. Kind는 자금 제공과 매출을 가르고, Status는 거래가 얼마나 확실한지를 나타냅니다.',
            ],
          },
          {
            label: '4  Company figures',
            link: "#'Company figures'!A1",
            texts: [
              'Revenue and capital spending of the companies that matter, a line per period. Without them Looplens cannot say how much of a revenue goes round.',
              '주요 회사의 매출과 설비투자를 기간마다 한 줄씩 적습니다. 이 값이 없으면 매출 가운데 얼마가 도는지 말할 수 없습니다.',
            ],
          },
          {
            label: '5  Open Looplens',
            texts: [
              'The pane finds both tables and explains its score down to the cell. The example alone gives 27.3 %: 120 of 440 bn can go round.',
              '작업창이 두 표를 찾아 점수를 셀 단위까지 설명합니다. 보기만 두면 27.3 %입니다. 4,400억 달러 가운데 1,200억 달러가 돌 수 있습니다.',
            ],
          },
        ],
      },
      {
        heading: 'Good to know   ·   알아 둘 것',
        lines: [
          {
            label: 'More rows',
            texts: [
              'Type below the last row and the table grows. Empty rows do no harm.',
              '마지막 행 아래에 입력하면 표가 늘어납니다. 빈 행은 그대로 두어도 됩니다.',
            ],
          },
          {
            label: 'Your own columns',
            texts: [
              'Add, move or delete columns as you like; headings are found by their words, in English or Korean.',
              '열은 마음대로 더하고 옮기고 지워도 됩니다. 머리글은 한국어나 영어 낱말로 알아봅니다(지급자, 수취자, 금액, 종류, 상태).',
            ],
          },
          {
            label: 'Names',
            texts: [
              'Write a company one way throughout. Names that look alike are offered for merging, never merged silently.',
              '회사 이름은 한 가지로 적으세요. 비슷한 이름은 합칠지 물어보며, 말없이 합치지 않습니다.',
            ],
          },
          {
            label: 'Linked to',
            texts: [
              'IDs of the deals that this one depends on, with a semicolon between them: EX1;EX2.',
              '이 거래가 기대는 다른 거래의 ID를 세미콜론으로 이어 적습니다: EX1;EX2.',
            ],
          },
          {
            label: 'Formulas',
            texts: ['=DEAL.CIRCULARITY(Deals[#All])', '=DEAL.LOOPS(Deals[#All],10)'],
          },
          {
            label: 'Evidence',
            texts: [
              'A circle of money is evidence and never a verdict.',
              '돈이 돈다는 것은 근거일 뿐 판정이 아닙니다.',
            ],
          },
          {
            label: 'The examples',
            texts: [
              'The three deals are round numbers for learning, not facts. The three company lines are as reported in the press; see ai-deals.xlsx.',
              '거래 보기 셋은 익히기 위한 어림수이며 사실이 아닙니다. 회사 수치 셋은 언론 보도에 따른 것으로, ai-deals.xlsx에 출처가 있습니다.',
            ],
          },
        ],
      },
    ],
  });
}

export function templateBook(): WorkbookSpec {
  return {
    title: 'Looplens template: your own deals',
    subject: 'Deal ledger and company figures to fill in',
    description: 'Rows on yellow paper are examples. How to, in English and Korean, on the first sheet.',
    sheets: [howTo(), ledgerSheet(), figuresSheet(), aliasSheet([], 20)],
  };
}
