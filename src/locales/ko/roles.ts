/** What a column of the deals can be: to choose from, and within sentences. */
import type { PaneWords } from '../words';

export const roles: PaneWords['roles'] = {
  id: '거래 번호',
  from: '지급인',
  to: '수취인',
  amount: '금액',
  amountNote: '금액 메모',
  kind: '종류',
  class: '분류',
  status: '상태',
  probability: '확률',
  date: '날짜',
  endDate: '종료일',
  term: '기간(년)',
  firmShare: '확정 비율',
  link: '연결된 거래',
  condition: '조건',
  currency: '통화',
  unit: '단위',
  source: '출처',
  grade: '등급',
  direction: '방향',
};
