/// <reference types="office-js" />
/** The pane in Korean: whatever is wrong with a sheet, all that is said about it is Korean. */
import type { Cell } from '../../src/engine/index';
import { PanePage } from './panePage';

const head = ['From', 'To', 'Amount', 'Kind', 'Status', 'Probability', 'Date', 'Id', 'Linked to', null];

/** Every row has something wrong with it, or is none. */
const messy: Cell[][] = [
  head,
  ['Nvidia', 'OpenAI', 100, 'equity', 'closed', 1, '2025-03-30', 'A1', 'A2'],
  ['Nvidia', 'Oracle', 12, 'equity', 'signed', 0.5, '2025-04-02', 'A2', 'A1'],
  ['Nvidia', 'xAI', 11, 'warrant', 'superseded', 0.9, '2025-04-05', 'A3', 'A99'],
  ['OpenAI', 'Nvidia', 80, 'chips', 'conditional', 7, 'soon', 'A4', 'A1'],
  ['Oracle', 'Nvidia', '12,5O', 'chips', 'hm', null, '2025-04-02', 'A5', null],
  ['xAI', 'Nvidia', -5, 'chips', null, null, null, 'A6', null],
  ['Meta', 'Meta', 5, 'chips', 'signed', null, null, 'A7', null],
  ['Meta', 'Nvidia', '5bn', 'fibre', 'signed', null, null, 'A8', null],
  ['Meta', 'Nvidia', 'up to 7', 'loan repayment', 'signed', null, null, 'A8', null],
  ['Meta', 'Nvidia', 'tbd', 'transfer', 'signed', null, null, 'A9', null],
  ['Meta', 42, 9, 'guarantee', 'signed', null, null, 'A10', null],
  ['Oracle', 'Nvidia', 20, 'chips', 'signed', null, '2025-04-02', 'A11', null, 'aside'],
  ['Oracle', 'Nvidia', 20, 'chips', 'signed', null, '2025-04-02', 'A11', null, 'aside'],
  head,
  ['Total', null, 100],
  ['A remark.', null, null],
];

/** Each is refused, for another reason. */
const refused: readonly (readonly [string, Record<string, Cell[][]>])[] = [
  ['아직 거래가 없습니다', { Deals: [[]] }],
  ['아직 거래가 없습니다', { Deals: [head] }],
  ['아직 거래를 찾지 못했습니다', { A: [['x']], B: [['y']] }],
  ['아직 거래를 찾지 못했습니다', { Deals: [head, ['A', 'B', 'x', '']] }],
  [
    '금액은 어느 열에 있습니까?',
    {
      List: [
        ['Name', null, 'City'],
        ['Ann', 'x', 'Paris'],
      ],
    },
  ],
  [
    '누가 누구에게 지급하는지 어느 열에 있습니까?',
    {
      List: [
        ['Payer', 'Amount'],
        ['Ann', 5],
      ],
    },
  ],
  [
    '여러 통화의 금액이 섞여 있습니다',
    {
      Deals: [
        ['From', 'To', 'Amount'],
        ['A', 'B', '€5m'],
        ['B', 'A', '$7m'],
      ],
    },
  ],
  [
    '누구의 시트입니까?',
    {
      Trades: [
        ['Counterparty', 'Direction', 'Amount'],
        ['Oracle', 'buy', 40],
        ['Oracle', 'sell', 30],
      ],
    },
  ],
];

describe('the pane in Korean', () => {
  let pane: PanePage;

  beforeAll(async () => {
    pane = await PanePage.open({ query: '?lang=ko', viewport: { width: 1280, height: 1000 } });
    await pane.button('건너뛰기').click();
  });

  afterAll(() => pane.close());

  afterEach(() => {
    expect(pane.workbench.outside).toEqual([]);
    expect(pane.workbench.errors).toEqual([]);
  });

  /** Three words of English in a row, in what is shown, told on hovering, or read aloud. */
  const english = (): Promise<string[]> =>
    pane.frame().evaluate(() => {
      const app = document.querySelector<HTMLElement>('#app');
      const told = [...(app?.querySelectorAll('[title], [aria-label]') ?? [])].flatMap((element) => [
        element.getAttribute('title') ?? '',
        element.getAttribute('aria-label') ?? '',
      ]);
      return [app?.innerText ?? '', ...told].flatMap(
        (text) => text.match(/[A-Za-z'’]{2,}(?:[ ,;:]+[A-Za-z'’]{2,}){2,}/g) ?? [],
      );
    });

  it('says what is wrong with rows', async () => {
    await pane.load({
      Deals: messy,
      Figures: [
        ['Company', 'Period', 'Revenue', 'Capex', 'Cash margin'],
        ['Nvidia', 'FY2025', 130, 10, 45],
        ['Zed', 'soon', 'x', 3, 0.5],
        ['Total', 'FY2025', 130, 13, null],
      ],
    });
    await pane.frame().evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Deals').getRange('2:2').rowHidden = true;
        context.workbook.worksheets.getItem('Deals').getRange('D:D').columnHidden = true;
        await context.sync();
      }),
    );
    await pane.reload();
    for (const list of [/^열$/, /^행에 대한 알림/, '숫자를 인용하기 전에']) await pane.button(list).click();
    await pane.says(/값을 숫자로 읽을 수 없습니다/);
    for (const said of [
      /음수, 곧 거래의 취소입니다/,
      /지급인과 수취인이 모두 "Meta"인 행이어서/,
      /행은 거래가 아니라 합계입니다/,
      /숨겨진 거래 행 1개도 셉니다/,
      /숨겨진 D 열\(종류\)을 씁니다/,
      /순환액은 돌 수 있는 돈의 최대치입니다/,
    ])
      await pane.says(said);
    expect(await english()).toEqual([]);
  });

  it('says what was filled down', async () => {
    await pane.load({
      Deals: [
        ['From', 'To', 'Amount'],
        ['Nvidia', 'OpenAI', 100],
        [null, 'Oracle', 12],
        ['OpenAI', 'Nvidia', '€5m'],
        [null, 'Meta', 11],
      ],
    });
    await pane.button(/^행에 대한 알림/).click();
    await pane.says(/묶음마다 한 번만 적혀 있어, 이름 아래의 빈 셀 2개를/);
    expect(await english()).toEqual([]);
  });

  it('says what speaks for a loop, and shows no English beside it', async () => {
    await pane.load({ Deals: messy });
    await pane.tab('순환 고리');
    await pane.view.getByRole('button', { name: /Nvidia → OpenAI/ }).click();
    await pane.says('이 고리의 다른 구간을 가리킵니다');
    for (const name of ['순환 고리', '가정']) {
      await pane.tab(name);
      expect([name, await english()]).toEqual([name, []]);
    }
  });

  it.each(refused)('says why there is no answer: %s', async (title, sheets) => {
    await pane.load(sheets);
    await pane.says(title);
    expect(await english()).toEqual([]);
  });
});
