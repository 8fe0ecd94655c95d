/** What the commands write and say, in the languages of the manifest. */
export interface CommandWords {
  readonly title: string;
  readonly removal: string;
  readonly circularity: string;
  readonly score: string;
  readonly loops: string;
  readonly parties: string;
  readonly added: (sheet: string, deals: string) => string;
  readonly empty: string;
  /** `looked`: the cells that were looked at; the reason says what is missing there. */
  readonly noDeals: (looked: string, reason: string) => string;
  readonly editing: string;
  readonly locked: string;
  /** The reason says what was refused and how much had been done. */
  readonly refused: (reason: string) => string;
}

const en: CommandWords = {
  title: 'Looplens',
  removal: 'Live formulas. Delete this sheet to remove everything that Looplens wrote.',
  circularity: 'Circularity, share of all money',
  score: 'Score of the deals alone, 0 to 100 (the figures of companies are not in it)',
  loops: 'Loops, largest first',
  parties: 'Parties',
  added: (sheet, deals) => `Added the sheet "${sheet}" over ${deals}. Delete it to undo.`,
  empty: 'There is nothing on this sheet to score. Select the deals with their headings, and try again.',
  noDeals: (looked, reason) =>
    `Nothing was added: ${looked} cannot be scored. Deals need columns for who pays, who is paid and how much. ${reason}`,
  editing: 'A cell is being edited. Press Enter or Esc, and try again.',
  locked:
    'The workbook is protected, so no sheet can be added. Unprotect its structure (Review), and try again.',
  refused: (reason) => reason,
};

const ko: CommandWords = {
  title: 'Looplens',
  removal: '실시간 수식입니다. 이 시트를 삭제하면 Looplens가 쓴 내용이 모두 지워집니다.',
  circularity: '순환도, 전체 금액 대비',
  score: '거래만의 점수, 0–100 (기업 재무 수치는 빠져 있습니다)',
  loops: '순환 고리, 큰 순서',
  parties: '당사자',
  added: (sheet, deals) => `${deals} 범위를 계산하는 "${sheet}" 시트를 추가했습니다. 되돌리려면 삭제하세요.`,
  empty: '이 시트에는 채점할 내용이 없습니다. 머리글까지 거래를 선택한 뒤 다시 시도하세요.',
  noDeals: (looked, reason) =>
    `${looked} 범위는 채점할 수 없어 아무것도 추가하지 않았습니다. 지급인, 수취인, 금액 열이 있어야 합니다. ${reason}`,
  editing: '셀을 편집하고 있습니다. Enter 또는 Esc를 누른 뒤 다시 시도하세요.',
  locked:
    '통합 문서가 보호되어 시트를 추가할 수 없습니다. 검토 탭에서 구조 보호를 해제한 뒤 다시 시도하세요.',
  refused: (reason) => `Excel이 거부했습니다: ${reason}`,
};

/** Words for a language tag such as 'ko-KR' or 'ko'; English for any other. */
export function commandWords(language: string): CommandWords {
  return /^ko\b/i.test(language) ? ko : en;
}
