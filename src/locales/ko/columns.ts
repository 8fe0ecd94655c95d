/** Why a table, its heading, its columns and its unit were read so. English template -> Korean one. */
import type { Sentences } from '../../engine/index';

export const columnSentences: Sentences = {
  // Headings and what they mean
  'heading {0} is a word for {1}': '{0} 머리글은 {1} 열을 뜻합니다',
  'heading {0} beside a target column is a word for the payer':
    '{0} 머리글은 대상 열과 나란히 있어 지급인 열을 뜻합니다',
  'heading {0} is a unit of money': '{0} 머리글은 돈의 단위입니다',
  'heading {0} is no word that Looplens uses': '{0} 머리글은 Looplens가 쓰는 말이 아닙니다',
  'heading {0} is not used': '{0} 머리글은 사용하지 않습니다',
  'nearly every cell is one of the letters F, W, G, S, X':
    '셀이 거의 모두 F, W, G, S, X 가운데 한 글자입니다',
  'chosen by the user': '사용자가 골랐습니다',
  'no heading, not used': '머리글이 없어 사용하지 않습니다',
  '{0}, but its cells do not look like it': '{0}. 그러나 셀의 내용이 맞지 않습니다',
  '{0}, but {1} in column {2} fits better; not used':
    '{0}. 그러나 {2} 열의 {1} 머리글이 더 알맞아 사용하지 않습니다',
  '{0} heads a period': '{0} 머리글은 기간을 뜻합니다',
  'names the company of each row': '각 행의 기업 이름입니다',
  'names the item of each row': '각 행의 항목 이름입니다',
  'not used': '사용하지 않습니다',
  'no heading; the order text, text, number is read as payer, receiver, amount':
    '머리글이 없어 텍스트, 텍스트, 숫자의 순서를 지급인, 수취인, 금액으로 읽습니다',
  '"column {0} (no heading)"': '"{0} 열(머리글 없음)"',
  'the payer': '지급인',
  'the receiver': '수취인',
  'the amount': '금액',
  'a note on the amount': '금액 메모',
  'the id of a row': '거래 번호',
  'the kind of deal': '거래 종류',
  'the class of money (F, W, G, S, X)': '돈의 분류(F, W, G, S, X)',
  'the status': '상태',
  'the probability': '확률',
  'the date': '날짜',
  'the end date': '종료일',
  'the term': '기간',
  'the firm share': '확정 비율',
  'links to other rows': '연결된 거래',
  'a condition': '조건',
  'the currency': '통화',
  'the unit': '단위',
  'the source': '출처',
  'the grade of the source': '출처 등급',
  'the direction': '방향',
  'the company': '기업',
  'the period': '기간',
  revenue: '매출',
  'revenue from outside the circle': '순환 밖 매출',
  'capital spending': '설비투자',
  'operating cash flow': '영업현금흐름',
  'the cash margin': '현금 마진',
  'promises to spend': '지출 약정',

  // The heading row
  'row {0} was chosen by the user': '사용자가 고른 {0}행입니다',
  'the table has no heading row': '표에 머리글 행이 없습니다',
  'the first row of the table, {0}': '표의 첫 행입니다: {0}',
  '{0} of the headings in {1} are known': '{1}의 머리글 가운데 {0}개를 압니다',
  'texts over numbers in {0}, but no known heading': '{0}에 숫자 위의 텍스트가 있으나 아는 머리글은 없습니다',
  'no row of known headings in the first 30 rows': '처음 30행에 아는 머리글이 있는 행이 없습니다',

  // The table
  'as it was corrected': '고친 내용대로 읽었습니다',
  'the range {0}, as asked': '요청한 범위 {0}',
  'the range {0}, as asked; {1}': '요청한 범위 {0}: {1}',
  'the table "{0}", as asked': '요청한 표 "{0}"',
  'the range names no sheet, and only "{0}" holds a table of deals':
    '범위에 시트 이름이 없고, 거래 표는 "{0}" 시트에만 있습니다',
  'the range names no sheet, and only "{0}" holds a table of company figures':
    '범위에 시트 이름이 없고, 기업 수치 표는 "{0}" 시트에만 있습니다',
  'the range names no sheet, and "{0}" is the first that is not hidden':
    '범위에 시트 이름이 없고, 숨겨지지 않은 첫 시트는 "{0}"입니다',
  'table {0}, {1}: {2}': '{0} 표, {1}: {2}',
  '{0} pays {1}': '{0} 열이 지급인, {1} 열이 수취인',
  '{0} with the direction in {1}': '{0} 열이 상대방, {1} 열이 방향',
  '{0}, {1} is the amount, {2} rows': '{0}, {1} 열이 금액, {2}개 행',
  '{0}, on a hidden sheet': '{0}, 숨겨진 시트',
  'one row per company and period with {0} known headings': '기업과 기간마다 한 행, 아는 머리글 {0}개',
  'items in rows, {0} periods in columns': '행마다 항목, 열마다 기간({0}개)',

  // The unit
  'nothing states a scale: single units': '단위가 적혀 있지 않아 낱낱의 단위로 봅니다',
  'the unit column': '단위 열',
  'heading "{0}" ({1})': '"{0}" 머리글 ({1})',
  'line "{0}" ({1})': '"{0}" 줄 ({1})',
  'most amounts are written in "single units"': '금액 대부분이 낱낱의 단위로 적혀 있습니다',
  'most amounts are written in {0}': '금액 대부분이 {0} 단위로 적혀 있습니다',
  'brought into the unit of the deals: {0}': '거래의 단위에 맞추었습니다: {0}',

  // Names that were taken for one party
  'alias table': '별칭 표',
  'same letters but for case and spaces': '대소문자와 공백만 다름',
};
