import { koreanDriver } from './koDrivers';
import { roles } from './ko/roles';
import type { RefusalReason } from '../workbook/port';
import type { PaneWords } from './words';

const number = (value: number): string => value.toLocaleString('ko');

/** Why a workbook would not, by reason; what exactly follows in the words of Excel. */
const refusals: Readonly<Record<RefusalReason, string>> = {
  editing: '셀을 편집하고 있어 작업하지 못했습니다. Enter나 Esc를 누른 뒤 다시 시도하십시오.',
  locked: '통합 문서나 시트가 보호되어 있어 작업하지 못했습니다.',
  missing: '필요한 시트나 표가 더 이상 없습니다.',
  taken: '같은 이름이나 메모가 이미 있습니다.',
  'too-large': 'Excel이 한 번에 주고받을 수 있는 크기를 넘습니다.',
  stopped: '작업을 멈췄습니다.',
  other: '통합 문서에서 이 작업을 할 수 없었습니다.',
};

export const ko: PaneWords = {
  locale: 'ko',
  tabs: { overview: '요약', loops: '순환 고리', capex: '설비투자', 'what-if': '가정', share: '공유' },
  tabList: '보기',

  bases: { headline: '발표액', expected: '기대액', firm: '확정액' },
  basis: '금액 기준',
  basisHelp: {
    headline: '발표된 액면 금액',
    expected: '확률이나 상태로 가중한 금액',
    firm: '서명되었거나 완료된 거래만',
  },

  answer: (share, amount, gross, who) =>
    `이 시트의 돈 가운데 ${share}가 순환할 수 있습니다. ${gross} 중 ${amount}${who === '' ? '' : `이며, 가장 많이 돌아오는 곳은 ${who}입니다`}.`,
  answerNothing: (gross) => `이 시트의 돈은 순환할 수 없습니다. ${gross} 중 0.`,
  answerNoMoney: '금액이 있는 거래가 없어 순환에 대해 말할 수 없습니다.',
  and: (names) => names.join(', '),

  score: '점수',
  outOf: '/ 100',
  pillars: { roundTrip: '왕복 거래', capex: '설비투자' },
  pillarUnknown: '기업 수치 없음',
  evidence: (used, of) => `근거: 지표 ${of}개 중 ${used}개`,
  howScoreAddsUp: '점수의 구성',
  waterfallTable: '지표별 점수. 합하면 전체 점수가 됩니다',
  points: (points, weight) => `${weight}점 중 ${points}점`,
  total: '점수',
  noData: '자료 없음',
  driver: koreanDriver,
  termOf: (party, part, whole) => `${party} ${whole}\u00a0중\u00a0${part}`,
  partOf: (part, whole) => `${whole} 중 ${part}`,
  andOthers: (many) => `외 ${number(many)}곳`,
  thresholds: (corners) =>
    corners
      .map(({ value, points }, at) => {
        const particle = at === 0 ? '까지는' : at === corners.length - 1 ? '부터는' : '에서';
        // A word joiner: a line may not break between a number and its particle.
        return `${value}\u2060${particle} ${points}점`;
      })
      .join(', '),
  scaledTo: (share) => `이 점수의 ${share}만 셉니다. 되돌아온 돈이 매출에 비해 적기 때문입니다.`,
  firstOf: (shown, all) => `${number(all)}개 중 처음 ${number(shown)}개`,
  showCells: (cell) => `시트에서 ${cell} 보기`,

  goesRound: '순환할 수 있는 돈',
  partialEvidence: (used, of) => `지표 ${of}개 중 ${used}개만 자료가 있습니다. 점수를 조심해서 보세요.`,
  lossesHelp:
    '연간 금액과, 거래가 각 판매자에게 가져오는 금액 대비 비율입니다. 기간이 없는 구매는 전액으로 셉니다.',
  chooseOwner: '누구의 시트입니까? 여기서 사고파는 당사자',
  use: '사용',
  sinceBefore: '마지막 변경 이후',
  unchanged: '점수는 그대로입니다.',
  changedBy: (name, from, to) => `${name}: ${from} → ${to}`,

  whatWasRead: '읽은 내용',
  rowsRead: (deals, all, leftOut) =>
    leftOut === 0
      ? `${number(all)}개 행을 모두 사용`
      : `${number(all)}개 행 중 ${number(deals)}개 사용, ${number(leftOut)}개 제외`,
  figuresIn: (range) => `기업 수치: ${range}`,
  noFigures: '기업 수치 표를 찾지 못해 규모를 거래에서 가져왔습니다.',
  chooseTable: '거래 위치',
  useSelection: '선택한 셀 사용',
  columns: '열',
  columnWithoutHeading: (letters) => `${letters} 열(머리글 없음)`,
  roleOf: (heading) => `"${heading}" 열의 뜻`,
  notUsed: '사용 안 함',
  roles,
  forget: '고친 내용 지우기',
  dropped: (headings) => `머리글이 없어 적용하지 않음: ${headings}.`,
  forgetHelp: '고친 내용은 이 통합 문서에 저장됩니다.',
  amountsIn: (unit) => `금액 단위: ${unit === 'money' ? '미기재' : unit}`,
  unit: (unit) => (unit === 'money' ? '금액' : unit),
  issues: (many) => `행에 대한 알림 ${number(many)}건`,
  more: (many) => `그 밖에 ${number(many)}건`,
  notes: '숫자를 인용하기 전에',

  selectedRow: (row) => `${row}행`,
  addsToCircle: (amount) => `이 행이 없으면 순환하는 돈이 ${amount} 줄어듭니다.`,
  addsNothing: '이 행이 없어도 순환하는 돈은 같습니다.',
  inLoops: (ranks) => `고리 ${ranks}에 포함`,
  amountNotGiven: (text) => `제외됨: 금액 없음("${text}").`,

  loops: (many) => `고리 ${number(many)}개, 금액이 큰 순서`,
  noLoops: '이 시트에는 순환 고리가 없습니다',
  noLoopsWhy: '지급한 돈이 다른 당사자를 거쳐 되돌아오는 경우가 없습니다.',
  loopTitle: (rank) => `고리 ${rank}`,
  loopAmount: '고리 금액: 가장 작은 구간의 금액',
  months: (months) => `${months}개월`,
  kinds: { funded: '자금 지원형', swap: '맞교환', 'cross-holding': '상호 출자', reciprocal: '상호 거래' },
  kindUnknown: '종류 미기재',
  flags: {
    linked: '연결됨',
    conditional: '조건부',
    'within-30-days': '30일 이내',
    'equal-amounts': '같은 금액',
    'stock-to-customer': '고객에게 준 주식',
    cancellable: '취소 가능',
    'up-to': '최대 금액',
    guarantee: '보증',
    'related-parties': '특수관계인',
    'quarter-end': '분기 말',
    'no-outside-income': '외부 수입 없음',
    estimated: '추정',
    superseded: '대체됨',
  },
  classes: { F: '자금 제공', W: '워런트', G: '보증', S: '구매', X: '외부', '?': '종류 미기재' },
  legs: '구간',
  flowTable: '같은 내용을 표로',
  copyPicture: '그림 복사',
  copied: '그림을 클립보드에 복사했습니다.',
  notCopied: '여기서는 클립보드를 쓸 수 없어 그림을 파일로 저장했습니다.',
  loopsMayShare: '고리끼리 같은 거래를 공유할 수 있으므로 금액을 더하면 안 됩니다.',
  from: '지급',
  to: '수취',
  kind: '종류',
  amount: '금액',
  row: '행',

  capexAnswer: (coverage, intensity) => {
    if (coverage === null && intensity === null)
      return '거래에 나오는 기업 중 설비투자와 함께 매출이나 현금흐름이 있는 곳이 없어, 거래와 견줄 수 없습니다.';
    const covered = coverage === null ? null : `영업현금은 설비투자의 ${coverage}배`;
    const taken = intensity === null ? null : `설비투자는 매출의 ${intensity}`;
    const said = [covered, taken].filter((part) => part !== null).join('이고, ');
    return `거래에 나오는 기업을 모두 합하면 ${said}입니다.`;
  },
  capexTogether: '합계, 기업별 최근 연도',
  capexNone: '이 통합 문서에는 기업 수치가 없습니다',
  capexNoneWhy:
    '거래만으로는 매출이 설비투자를 감당하는지 알 수 없습니다. 기업, 기간, 매출 또는 설비투자가 있는 표가 필요합니다.',
  capexNoneDo:
    'Party, Period, Revenue, Capex, Operating cash flow 머리글이 있는 시트를 추가하고 다시 읽으세요. 샘플의 "Company figures"가 그 예입니다.',
  coverage: '충당배율',
  intensity: '설비투자 / 매출',
  coverageHelp: '영업현금흐름 ÷ 설비투자',
  intensityHelp: '매출에서 설비투자가 차지하는 비율',
  coveredLine: '1 = 충당',
  byPeriod: (company) => `${company}: 기간별 충당배율과 설비투자 / 매출`,
  periodsLeftOut: (many) => `시트에 기간이 ${number(many)}개 더 있습니다.`,
  revenue: '매출',
  capexWord: '설비투자',
  needed: '설비투자에 필요한 매출',
  neededWord: '필요',
  neededHelp: '설비투자의 두 배: 컴퓨팅을 사는 쪽은 가격의 약 절반을 매출총이익으로 바랍니다.',
  figuresOf: (period) => `${period} 수치`,
  operatingCash: '영업현금흐름',
  freeCash: '잉여현금흐름',
  payback: '회수 기간(년)',
  promised: '연간 약정 / 매출',
  promisedHelp: '거래에서 약속한 연간 지출을 매출과 견준 값',
  commitments: '공시된 약정 또는 수주잔고',
  commitmentCoverage: '연 매출 / 약정(배)',
  lessLife: '칩 수명이 6년이 아닌 5년일 때 영업이익 변화',
  organic: '왕복 거래 제외',
  organicHelp: '빗금: 그 기업이 내보낸 돈으로 치러지는 부분.',
  notGiven: '미기재',
  period: '기간',
  company: '기업',
  companyGroups: {
    'round-trip': '왕복 거래가 있는 기업',
    deals: '거래에 있으나 왕복 거래 없음',
    apart: '거래에 없는 기업',
  },
  yardstick: '과거와의 비교',
  yardstickAnswer: (own, ranges) =>
    `${own === null ? '' : `거래에 나오는 기업을 합하면 매출의 ${own}를 설비투자에 씁니다. `}매출 대비 설비투자는 하이퍼스케일러가 2019년 ${ranges['hyperscalers-2019']}, 2025년 ${ranges['hyperscalers-2025']}, 통신사가 2000–2002년 ${ranges.telecoms}였습니다.`,
  rangeOf: (least, most) => `${least}~${most}`,
  eras: {
    'hyperscalers-2019': '하이퍼스케일러 2019',
    'hyperscalers-2025': '하이퍼스케일러 2025',
    telecoms: '통신사 2000–2002',
  },
  ofThisSheet: '이 시트',
  generalKnowledge: '일반 지식',
  grades: '등급: A 1차 자료, B 언론·애널리스트, C 편집물, I 추론, K 저장된 출처가 없는 일반 지식.',
  sources: '출처',
  grade: '등급',

  whatIfOn: (changes) => `가정 ${number(changes)}건 적용 중`,
  whatIfLead: '여기서 바꾸면 모든 보기에 결과가 나타납니다. 시트는 바뀌지 않습니다.',
  reset: '시트대로 되돌리기',
  cutFunding: '자금 제공 감소',
  cutPreset: '나스닥 2000–2002: 78%',
  noCut: '감소 없음',
  dealsOff: '거래',
  chancesDoNotCount: (headline, expected) =>
    `상태와 확률은 ${expected}과 확정액에만 반영됩니다. 지금은 ${headline} 기준입니다.`,
  searchDeals: '거래 찾기',
  dealIsOn: (from, to) => `${from}에서 ${to}로 가는 거래가 이루어짐`,
  statusOf: (from, to) => `${from}에서 ${to}로 가는 거래의 상태`,
  asInSheet: (status) => (status === '' ? '시트대로' : `시트대로: ${status}`),
  statuses: { closed: '완료', signed: '서명', announced: '발표', conditional: '조건부', terminated: '해지' },
  closesWith: (from, to) => `${from}에서 ${to}로 가는 거래가 성사될 확률(%)`,
  instead: (before) => `원래 ${before}`,
  losesRevenue: '매출을 잃는 곳',
  lost: '감소',
  knockOn: '그중 연쇄',
  largestDeals: (many) => `가장 큰 거래 ${number(many)}건을 표시합니다.`,

  busy: {
    'Reading the workbook': '통합 문서를 읽는 중',
    'A cell is being edited': '셀을 편집하고 있습니다. Enter 또는 Esc를 누르면 계속합니다',
    'Finding the deals': '거래를 찾는 중',
    'Reading the deals': '거래를 읽는 중',
    'Solving the circulation': '순환을 계산하는 중',
    'Measuring the parties': '당사자를 측정하는 중',
    'Describing what was found': '결과를 정리하는 중',
    Done: '완료',
  },
  cancel: '중지',
  refresh: '다시 읽기',
  stopped: '읽기를 중지했습니다.',
  stale: '읽은 뒤에 통합 문서가 바뀌었습니다.',
  close: '닫기',

  welcomeTitle: '샘플 거래로 살펴보기',
  welcomeText:
    'Looplens는 거래 시트를 읽고 돈이 얼마나 되돌아오는지 보여 줍니다. 샘플은 2019–2026년 AI 거래가 담긴 시트 두 개를 추가하며, 다른 내용은 바꾸지 않습니다.',
  fillSample: '샘플 거래로 시트 채우기',
  skip: '건너뛰기',
  filled: ({ deals, figures }) =>
    `샘플 거래는 "${deals}" 시트에, 기업 수치는 "${figures}" 시트에 넣었습니다. 지우려면 두 시트를 삭제하세요.`,

  noDealsWhy: '거래는 한 행에 하나입니다. 지급인, 수취인, 금액이 머리글 아래에 있어야 합니다.',
  troubleTitles: {
    'no-deal-table': '아직 거래를 찾지 못했습니다',
    'no-deals': '아직 거래를 찾지 못했습니다',
    empty: '아직 거래가 없습니다',
    'no-amount-column': '금액은 어느 열에 있습니까?',
    'no-party-columns': '누가 누구에게 지급하는지 어느 열에 있습니까?',
    'no-such-table': '거래 표가 없어졌습니다',
    'no-such-sheet': '거래 시트가 없어졌습니다',
    'no-such-range': '거래 범위가 없습니다',
    'owner-needed': '누구의 시트입니까?',
    'mixed-currencies': '여러 통화의 금액이 섞여 있습니다',
    'amounts-too-large': '금액이 너무 커서 정확히 더할 수 없습니다',
    'no-figures': '기업 수치를 찾지 못했습니다',
    'no-financial-columns': '기업 수치는 어느 열에 있습니까?',
    workbook: 'Excel이 허용하지 않았습니다',
    defect: 'Looplens에 문제가 생겼습니다',
  },
  troubleOther: '거래를 읽지 못했습니다',
  tryAgain: '다시 시도',
  chooseCurrency: '이 통화의 금액만 계산',
  refused: (why, message) => `${refusals[why]} (${message})`,

  shareLead:
    '찾은 내용을 이 통합 문서에 써 넣을 수 있습니다. 값으로만 된 보고서 시트와 행의 메모입니다. Looplens가 없는 사람도 같은 내용을 읽고 확인할 수 있습니다.',
  shareComments: '중요한 행에 메모 넣기',
  shareHighlight: '그 행을 강조 표시하기',
  shareValues: '행마다 값을 적은 열 추가하기',
  sharePlan: '쓸 내용 보기',
  shareWillWrite: (changes, comments, rows) =>
    `변경 ${changes.toLocaleString('ko')}건 (메모 ${comments}개, 강조한 행 ${rows}개 포함)`,
  shareWillRemove: (changes) => `변경 ${changes.toLocaleString('ko')}건`,
  shareWrite: '쓰기',
  shareRemove: '지우기',
  shareNotNow: '나중에',
  shareNothing: '이 통합 문서에는 Looplens가 쓴 내용이 없습니다.',
  sharePlanRemoval: '지울 내용 보기',
  shareCheck: '다시 확인하기',
  shareReport: '이 통합 문서의 보고서',
  shareSame: (sheet, time) => `"${sheet}" 시트의 수치(${time} 작성)는 지금 거래와 일치합니다.`,
  shareChanged: (sheet, time) => `"${sheet}" 시트의 수치(${time} 작성)는 지금 거래와 일치하지 않습니다.`,
  shareUnchecked: (sheet, time) => `"${sheet}" 시트(${time} 작성)를 확인한 뒤 통합 문서가 바뀌었습니다.`,
  shareDamaged: (sheet) =>
    `"${sheet}" 시트의 확인용 내용이 바뀌었습니다. 보고서를 다시 쓰면 확인할 수 있습니다.`,
  shareNewer: (sheet) => `"${sheet}" 시트는 더 새로운 Looplens가 쓴 것이라 읽을 수 없습니다.`,
  shareWritten: '썼습니다. "지울 내용 보기"에서 되돌릴 수 있습니다.',
  shareRemoved: 'Looplens가 쓴 내용을 모두 지웠습니다. 나머지는 그대로입니다.',
  shareAnew: '그사이 통합 문서가 바뀌었습니다. 지금 하면 이렇게 되며, 아직 아무것도 쓰지 않았습니다.',
};
