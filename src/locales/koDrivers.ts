/** The drivers of the score in Korean: their names, and sentences made of the same facts as the engine's English ones. */
import type { DriverReason } from '../engine/index';
import type { DriverFacts } from './words';

interface DriverWords {
  readonly label: string;
  /** `value` is written out, `who` are the parties whose amounts make it. */
  readonly says: (value: string, who: string, facts: DriverFacts) => string;
}

const drivers: Readonly<Record<string, DriverWords>> = {
  'circular-revenue': {
    label: '매출 중 되돌아온 돈',
    says: (value, who, facts) =>
      `연 매출의 ${value}는 판매자가 내보낸 돈이 돌아온 것입니다. ${who}의 평균이며, 되돌아온 금액으로 가중합니다.${caveat(facts)}`,
  },
  'most-exposed': {
    label: '가장 많이 노출된 판매자',
    says: (value, who, { terms }) => {
      const period = terms.at(0)?.period ?? '';
      return `${who}: ${period === '' ? '' : `${period} `}매출의 ${value}가 되돌아온 돈입니다.`;
    },
  },
  'funded-sales': {
    label: '스스로 자금을 댄 매출',
    says: (value) => `같은 평균으로 매출의 ${value}는 판매자가 투자나 대출로 내보낸 돈입니다.`,
  },
  ties: {
    label: '짝을 이루거나 연결된 거래',
    says: (value) => `같은 평균으로 매출의 ${value}는 서로 짝을 이루거나 서로를 가리키는 거래에서 나옵니다.`,
  },
  'circle-customers': {
    label: '순환 안의 10% 고객',
    says: (value) =>
      `같은 평균으로 매출의 ${value}는 순환 안에 있으면서 판매자 매출의 10% 이상인 고객에게서 나옵니다.`,
  },
  'missing-demand': {
    label: '외부 수요가 없는 약정',
    says: (value, who) => `해마다 쓰기로 한 ${who}의 약정 가운데 ${value}는 외부 수입으로 충당되지 않습니다.`,
  },
  'capex-coverage': {
    label: '영업현금으로 충당되는 설비투자',
    says: (value, who) => `${who}의 영업현금흐름은 설비투자의 ${value}배입니다.`,
  },
  'capex-intensity': {
    label: '자본집약도',
    says: (value, who) => `${who}의 설비투자는 매출의 ${value}입니다.`,
  },
  'commitment-gap': {
    label: '매출을 넘는 지출 약정',
    says: (value, who) => `해마다 쓰기로 한 ${who}의 약정 가운데 ${value}는 매출을 넘습니다.`,
  },
  'required-revenue': {
    label: '설비투자에 필요한 매출과의 차이',
    says: (value, who) => `${who}의 설비투자에 필요한 매출 가운데 ${value}가 모자랍니다.`,
  },
};

const reasons: Readonly<Record<DriverReason, string>> = {
  'nothing-returns': '상쇄되지 않은 돈이 되돌아오는 판매자가 이 시트에 없습니다.',
  'no-seller-revenue': '순환 안 판매자의 매출이 주어지지 않았습니다.',
  'no-kinds': '거래의 종류를 알려 주는 열이 시트에 없습니다.',
  'no-outside-income': '순환 안 구매자에게 다른 누가 지급하는지 알려 주는 행이나 수치가 없습니다.',
  'no-figures': '거래에 나오는 기업 가운데 이 수치가 있는 곳이 없습니다.',
};

export function koreanDriver(
  facts: DriverFacts,
  value: string,
): { readonly label: string; readonly evidence: string } {
  const known = drivers[facts.id];
  if (known === undefined) return { label: facts.label, evidence: facts.evidence };
  const { reason, terms, termCount } = facts;
  const who = listed(
    terms.map(({ party }) => party),
    termCount,
  );
  return {
    label: known.label,
    evidence: reason === null ? known.says(value, who, facts) : reasons[reason],
  };
}

function caveat({ unstated, termCount, leftOut }: DriverFacts): string {
  const standsIn =
    unstated === 0
      ? ''
      : ` ${termCount}곳 중 ${unstated}곳은 매출이 주어지지 않아 시트 안의 규모로 대신했습니다.`;
  const notIn =
    leftOut.count === 0 ? '' : ` 매출이 주어지지 않아 빠진 곳: ${listed(leftOut.parties, leftOut.count)}.`;
  return standsIn + notIn;
}

/** 'A', 'A, B', 'A, B 외 3곳'; `names` may be the first of `count`. */
function listed(names: readonly string[], count: number): string {
  const two = names.slice(0, 2).join(', ');
  return count <= 2 ? two : `${two} 외 ${count - 2}곳`;
}
