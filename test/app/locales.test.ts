/** Both languages say everything, each in its own script. */
import { en } from '../../src/locales/en';
import { ko } from '../../src/locales/ko';
import { wordsFor } from '../../src/locales/choose';
import type { DriverFacts, PaneWords } from '../../src/locales/words';
import { statuses } from '../../src/app/scenario';
import { analyze, driverRules, refusalCodes, type DriverReason } from '../../src/engine/index';
import { bookOf, circle } from './world';

type Asking = {
  [
    Word in keyof PaneWords as PaneWords[Word] extends (...given: never) => unknown ? Word : never
  ]: PaneWords[Word] extends (...given: infer Given) => unknown ? readonly Given[] : never;
};

const counts: readonly [number][] = [[1], [2]];
const texts: readonly [string][] = [['A']];
const parties: readonly [string, string][] = [['A', 'B']];
const term = (party: string) => ({ party, part: 1, whole: 2, weight: 0.25, period: 'FY2025' });
/** What the engine says of each driver: of four parties and of one, with a caveat and without. */
const drivers = driverRules.flatMap(({ id, label }) => {
  const one: DriverFacts = {
    id,
    label,
    evidence: 'Evidence.',
    terms: [term('Ada')],
    termCount: 1,
    reason: null,
    unstated: 0,
    leftOut: { parties: [], count: 0 },
  };
  const four: DriverFacts = {
    ...one,
    terms: ['Ada', 'Bell', 'Cray', 'Dell'].map(term),
    termCount: 4,
    unstated: 2,
    leftOut: { parties: ['AMD'], count: 1 },
  };
  return [one, four];
});
const reasons: Readonly<Record<DriverReason, true>> = {
  'nothing-returns': true,
  'no-seller-revenue': true,
  'no-kinds': true,
  'no-outside-income': true,
  'no-figures': true,
};
const without = (Object.keys(reasons) as DriverReason[]).map((reason): DriverFacts => ({
  ...drivers[0],
  terms: [],
  termCount: 0,
  reason,
}));

/** What each word that is a function is asked with, so that it goes down each of its ways: one and two, something and nothing. */
const asked: Asking = {
  answer: [
    ['1 %', '2', '3', ''],
    ['1 %', '2', '3', 'A'],
  ],
  answerNothing: texts,
  and: [[['A']], [['A', 'B', 'C']]],
  partialEvidence: [[3, 10]],
  chancesDoNotCount: [['Headline', 'Expected']],
  evidence: [
    [1, 2],
    [2, 2],
  ],
  points: [['1', '2']],
  driver: [...drivers, ...without].map((driver): [DriverFacts, string] => [
    driver,
    driver.reason === null ? '14.6 %' : '',
  ]),
  termOf: [['A', '1', '2']],
  partOf: [['1', '2']],
  andOthers: counts,
  thresholds: [
    [
      [
        { value: '0 %', points: '0' },
        { value: '10 %', points: '6' },
        { value: '50 %', points: '13' },
      ],
    ],
  ],
  scaledTo: texts,
  firstOf: [[12, 40]],
  showCells: texts,
  dropped: texts,
  refused: [
    ['locked', 'Excel did not: the sheet "Deals" is protected.'],
    ['other', 'No.'],
  ],
  shareWillWrite: [
    [1, 0, 0],
    [1200, 1, 1],
    [1200, 50, 47],
  ],
  shareWillRemove: [[1], [52]],
  shareSame: [['Looplens report', '2026-03-01 12:00:00 UTC']],
  shareChanged: [['Looplens report', '2026-03-01 12:00:00 UTC']],
  shareUnchecked: [['Looplens report', '2026-03-01 12:00:00 UTC']],
  shareDamaged: texts,
  shareNewer: texts,
  changedBy: [['A', '1', '2']],
  rowsRead: [
    [1, 1, 0],
    [2, 2, 0],
    [1, 2, 1],
    [2, 4, 2],
  ],
  figuresIn: texts,
  columnWithoutHeading: texts,
  roleOf: texts,
  amountsIn: [['m'], ['money']],
  unit: [['m'], ['money']],
  issues: counts,
  more: counts,
  selectedRow: counts,
  addsToCircle: texts,
  inLoops: texts,
  amountNotGiven: [[''], ['A']],
  loops: [[0], ...counts],
  loopTitle: counts,
  months: [['1'], ['2']],
  capexAnswer: [
    ['1', '2'],
    [null, '2'],
    ['1', null],
    [null, null],
  ],
  byPeriod: texts,
  periodsLeftOut: counts,
  figuresOf: texts,
  yardstickAnswer: [null, '1'].map((own) => [
    own,
    { telecoms: '1', 'hyperscalers-2019': '2', 'hyperscalers-2025': '3' },
  ]),
  rangeOf: [
    ['1', '2'],
    ['1', '1'],
  ],
  whatIfOn: [[0], ...counts],
  dealIsOn: parties,
  statusOf: parties,
  asInSheet: [[''], ['A']],
  closesWith: parties,
  instead: texts,
  largestDeals: counts,
  filled: [[{ deals: 'A', figures: 'B' }]],
};

/** Paths of all words: 'tabs.overview', and of each answer of a function: 'loops(1)'. */
function wordsOf(words: PaneWords): [string, string][] {
  return Object.entries(words).flatMap(([name, word]: [string, unknown]) => {
    if (typeof word !== 'function') return plainWords(word, name);
    const ways = asked[name as keyof Asking] as readonly (readonly unknown[])[];
    return ways.flatMap((given) =>
      plainWords(
        (word as (...given: readonly unknown[]) => unknown)(...given),
        `${name}(${given.map((one) => JSON.stringify(one)).join()})`,
      ),
    );
  });
}

function plainWords(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => plainWords(inner, `${path}.${key}`));
}

const english = new Map(wordsOf(en));
const korean = new Map(wordsOf(ko));
const hangul = /\p{Script=Hangul}/u;

describe('the words of the pane', () => {
  it('are the same in number and name in both languages', () => {
    expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
    expect(english.size).toBeGreaterThan(150);
  });

  it('are never empty', () => {
    const empty = [...english, ...korean].filter(([, word]) => word.trim() === '');
    expect(empty).toEqual([]);
  });

  it('are Korean in Korean, but for what has no words', () => {
    const foreign = [...korean].filter(([, word]) => !hangul.test(word) && /[A-Za-z]{3}/.test(word));
    expect(foreign.map(([path]) => path)).toEqual([]);
  });

  it('name every driver of the score and what it rests on, in Korean', () => {
    for (const driver of [...drivers, ...without]) {
      const { label, evidence } = ko.driver(driver, '14.6 %');
      expect([driver.id, label, evidence]).toEqual([
        driver.id,
        expect.stringMatching(hangul),
        expect.stringMatching(hangul),
      ]);
    }
    expect(new Set(without.map((driver) => ko.driver(driver, '').evidence)).size).toBe(without.length);
  });

  it('name the parties of a driver in Korean, and who is not in it', () => {
    const share = drivers.find(({ id, termCount }) => id === 'circular-revenue' && termCount === 4);
    expect(ko.driver(share as DriverFacts, '14.6 %').evidence).toBe(
      '연 매출의 14.6 %는 판매자가 내보낸 돈이 돌아온 것입니다. Ada, Bell 외 2곳의 평균이며, 되돌아온 금액으로 가중합니다. 4곳 중 2곳은 매출이 주어지지 않아 시트 안의 규모로 대신했습니다. 매출이 주어지지 않아 빠진 곳: AMD.',
    );
  });

  it('say every step of an analysis', () => {
    const steps = new Set(['Reading the workbook']);
    analyze(bookOf(new Map([['Deals', circle]])), { onStep: (step) => steps.add(step) });
    expect(steps.size).toBeGreaterThan(5);
    expect([...steps].filter((step) => !hangul.test(ko.busy[step] ?? ''))).toEqual([]);
    expect([...steps].filter((step) => en.busy[step] === undefined)).toEqual([]);
  });

  it('title every refusal, and every status that a deal can be given', () => {
    const codes = [...refusalCodes, 'workbook', 'defect'];
    expect(codes.filter((code) => !hangul.test(ko.troubleTitles[code] ?? ''))).toEqual([]);
    expect(codes.filter((code) => en.troubleTitles[code] === undefined)).toEqual([]);
    expect(statuses.filter((status) => !hangul.test(ko.statuses[status] ?? ''))).toEqual([]);
    expect(statuses.filter((status) => en.statuses[status] === undefined)).toEqual([]);
  });

  it('never say fraud, and end no sentence with an exclamation', () => {
    const loud = [...english.values(), ...korean.values()].filter((word) => /fraud|sham|사기|!/i.test(word));
    expect(loud).toEqual([]);
  });

  it('follow the language of Excel', () => {
    expect([wordsFor('ko-KR'), wordsFor('ko'), wordsFor('en-GB'), wordsFor('fr-FR')]).toEqual([
      ko,
      ko,
      en,
      en,
    ]);
  });
});
