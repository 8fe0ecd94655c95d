/** The words of the drawing, English and Korean; the names of kinds are those of the reports. */
import { count } from '../text/numbers';
import { classWords } from '../words';
import type { FlowKind, FlowLocale } from './types';

export interface FlowWords {
  readonly kinds: Readonly<Record<FlowKind, string>>;
  readonly noName: string;
  /** Names of scales as the sheet has them -> as they are written here. */
  readonly scales: Readonly<Record<string, string>>;
  readonly title: (loops: number) => string;
  readonly loopTitle: (rank: number, path: string, amount: string) => string;
  readonly nothing: string;
  readonly unit: (unit: string) => string;
  readonly drawn: (parties: number, ofParties: number, loops: number, ofLoops: number) => string;
}

const english: FlowWords = {
  kinds: {
    spend: classWords.S,
    funding: classWords.F,
    warrant: classWords.W,
    guarantee: classWords.G,
    unsaid: classWords['?'],
  },
  noName: '(no name)',
  scales: {},
  title: (loops) => `Money that can go round: ${count(loops, 'loop')}`,
  loopTitle: (rank, path, amount) => `Loop ${rank}: ${path}, ${amount}`,
  nothing: 'No money goes round in this sheet.',
  unit: (unit) => `Amounts in ${unit}.`,
  drawn: (parties, ofParties, loops, ofLoops) =>
    `Drawn: ${parties} of ${count(ofParties, 'party', 'parties')}, ${loops} of ${count(ofLoops, 'loop')}.`,
};

const korean: FlowWords = {
  kinds: { spend: '구매', funding: '자금 제공', warrant: '워런트', guarantee: '보증', unsaid: '종류 미기재' },
  noName: '(이름 없음)',
  scales: { tn: '조', bn: '십억', m: '백만', k: '천' },
  title: (loops) => `순환할 수 있는 자금: 고리 ${loops}개`,
  loopTitle: (rank, path, amount) => `고리 ${rank}: ${path}, ${amount}`,
  nothing: '이 시트에는 순환하는 자금이 없습니다.',
  unit: (unit) => `단위: ${unit}.`,
  drawn: (parties, ofParties, loops, ofLoops) =>
    `표시: 당사자 ${ofParties}곳 중 ${parties}곳, 고리 ${ofLoops}개 중 ${loops}개.`,
};

export const flowWords: Readonly<Record<FlowLocale, FlowWords>> = { en: english, ko: korean };
