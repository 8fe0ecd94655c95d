/** What the commands write and say, in the languages of the manifest. */
export interface CommandWords {
  readonly title: string;
  readonly removal: string;
  readonly circularity: string;
  readonly score: string;
  readonly loops: string;
  readonly parties: string;
  readonly added: (sheet: string, deals: string) => string;
  readonly namesAdded: (names: readonly string[]) => string;
  readonly namesThere: string;
  /** The workbook has the name already, for something else. */
  readonly nameTaken: (name: string, formula: string) => string;
  readonly namesRefused: (reason: string) => string;
  readonly shown: string;
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
  namesAdded: (names) =>
    `Added ${names.length === 1 ? 'the name' : 'the names'} ${names.join(' and ')} to this workbook: type =CIRCULARITY(Deals[#All]) or =CAPEX_COVERAGE(B2:F2,B3:F3). Delete ${names.length === 1 ? 'it' : 'them'} in the Name Manager (Formulas) to undo.`,
  namesThere: 'The short names are in this workbook already. Nothing was changed.',
  nameTaken: (name, formula) =>
    `This workbook has a name "${name}" already, which stands for "${formula}". Nothing was changed: rename or delete it in the Name Manager (Formulas), or go on typing =DEAL.${name.toUpperCase()}.`,
  namesRefused: (reason) =>
    `${reason} The short names need LAMBDA, which this Excel may not have; =DEAL.CIRCULARITY and =DEAL.CAPEX_COVERAGE work without it.`,
  shown: 'Select a deal in the sheet, and Looplens says what it does.',
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
  namesAdded: (names) =>
    `이 통합 문서에 ${names.join(', ')} 이름을 추가했습니다. =CIRCULARITY(Deals[#All]) 또는 =CAPEX_COVERAGE(B2:F2,B3:F3)처럼 입력하세요. 되돌리려면 수식 탭의 이름 관리자에서 삭제하세요.`,
  namesThere: '짧은 이름이 이미 이 통합 문서에 있습니다. 바뀐 내용은 없습니다.',
  nameTaken: (name, formula) =>
    `이 통합 문서에는 "${formula}"을(를) 가리키는 "${name}" 이름이 이미 있어 아무것도 바꾸지 않았습니다. 수식 탭의 이름 관리자에서 바꾸거나 삭제하세요. =DEAL.${name.toUpperCase()} 함수는 그대로 쓸 수 있습니다.`,
  namesRefused: (reason) =>
    `Excel이 거부했습니다: ${reason} 짧은 이름에는 LAMBDA가 필요한데 이 Excel에는 없을 수 있습니다. =DEAL.CIRCULARITY와 =DEAL.CAPEX_COVERAGE는 그대로 쓸 수 있습니다.`,
  shown: '시트에서 거래를 선택하면 그 거래의 영향을 알려 줍니다.',
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
