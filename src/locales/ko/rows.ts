/**
 * What is said of rows and cells. English template -> Korean one, without its full stop: the cell follows. A noun stands after each
 * value ('{0} 값은'), because no particle fits every value.
 */
import type { Sentences } from '../../engine/index';

export const rowSentences: Sentences = {
  '{0} more rows like this one: {1}': '이와 같은 행이 {0}개 더 있습니다. {1}',

  // Amounts
  'Amount is a formula without a stored result: open the workbook in Excel and save it':
    '금액이 결과가 저장되지 않은 수식입니다. Excel에서 통합 문서를 열어 저장하세요',
  'Amount is the error {0}': '금액이 {0} 오류입니다',
  'Amount {0} is formatted as a date': '금액 {0} 값이 날짜 서식으로 되어 있습니다',
  'The amount is merged with the row above and counted there, once':
    '금액이 윗행과 병합되어 있어 윗행에서 한 번만 셉니다',
  'Amount is empty, which is unknown and not zero; the row is in no total':
    '금액이 비어 있습니다. 0이 아니라 모르는 금액이므로 합계에 넣지 않습니다',
  'Amount {0} is not a number': '금액 {0} 값을 숫자로 읽을 수 없습니다',
  'Amount {0} is longer than {1} characters': '금액 {0} 값이 {1}자보다 깁니다',
  'Amount {0} is unknown; the row is in no total': '금액 {0} 값은 모르는 금액이므로 합계에 넣지 않습니다',
  'Amount {0} is not money; the row is in no total': '금액 {0} 값은 돈이 아니므로 합계에 넣지 않습니다',
  'Amount {0} is a rate and nothing tells for how long; the row is in no total':
    '금액 {0} 값은 주기마다 내는 금액인데 기간을 알 수 없어 합계에 넣지 않습니다',
  'Amount {0} is a rate; it is counted over its term of {1} years':
    '금액 {0} 값은 주기마다 내는 금액이므로 {1}년의 기간 전체로 셉니다',
  'Amount {0} is a range from {1} to {2}; the upper bound is used as a cap':
    '금액 {0} 값은 {1}부터 {2}까지의 범위이므로 상한을 최대 금액으로 씁니다',
  'Amount {0} is a cap': '금액 {0} 값은 최대 금액입니다',
  'Amount {0} is a lower bound and is used as the amount': '금액 {0} 값은 하한이며 그대로 금액으로 씁니다',
  'Amount {0} is approximate and is used as the amount': '금액 {0} 값은 어림값이며 그대로 금액으로 씁니다',
  'Amount {0} states its own scale and is counted as {1}':
    '금액 {0} 값은 단위가 따로 적혀 있으며, 시트의 단위로는 {1}입니다',
  'Amount {0} is text and is read as {1}; other text amounts are read the same way':
    '금액 {0} 값은 텍스트이며, 읽은 금액은 {1}입니다. 다른 텍스트 금액도 같은 방식으로 읽습니다',
  'Amount is 0; the row moves no money': '금액이 0이어서 움직이는 돈이 없습니다',
  'The unit of the row is not money; the row is in no total':
    '행의 단위가 돈이 아니므로 합계에 넣지 않습니다',
  'Amount {0} states no scale where most others do':
    '금액 {0} 값에만 다른 금액 대부분에 있는 단위가 없습니다',
  'The amount is not in the currency of the sheet': '금액의 통화가 시트의 통화와 다릅니다',
  'The amount is not in {0}': '{0} 통화의 금액이 아닙니다',
  'Amount {0} is negative, a reversal: enter it as a deal in the other direction, or remove the deal it reverses':
    '금액 {0} 값은 음수, 곧 거래의 취소입니다. 반대 방향의 거래로 적거나, 취소된 거래를 지우세요',
  'Amounts are written with decimal points and with decimal commas; points are the more frequent and decide':
    '금액에 소수점과 소수 쉼표가 섞여 있어, 더 많이 쓰인 소수점을 따릅니다',
  'Amounts are written with decimal points and with decimal commas; commas are the more frequent and decide':
    '금액에 소수점과 소수 쉼표가 섞여 있어, 더 많이 쓰인 소수 쉼표를 따릅니다',
  'Nothing in the column tells "1,250" from "1.250"; a comma groups thousands and a point is decimal':
    '열에서 "1,250"과 "1.250"을 구별할 근거가 없습니다. 쉼표는 천 단위 구분, 점은 소수점으로 읽습니다',
  'The number format shows fewer digits than the cell holds; the stored value is used':
    '숫자 서식이 셀의 값보다 적은 자릿수를 보여 줍니다. 저장된 값을 씁니다',
  '{0} amounts carry more decimals than can be kept; they are rounded to {1}':
    '금액 {0}개는 소수 자릿수가 너무 많아 소수점 아래 {1}자리로 반올림했습니다',

  // What a row is
  "The table's totals row is no deal": '표의 요약 행이며 거래가 아닙니다',
  'The heading is repeated here; this row is no deal': '머리글이 되풀이된 행이며 거래가 아닙니다',
  'Row {0} is a total, not a deal': '{0} 행은 거래가 아니라 합계입니다',
  '{0} without parties is the total of the rows above, not a deal':
    '당사자가 없는 {0} 값은 거래가 아니라 위 행들의 합계입니다',
  '{0} heads the rows below; this row is no deal': '{0} 이름은 아래 행들의 제목이며, 이 행은 거래가 아닙니다',
  '{0} stands alone in its row, which is no deal': '{0} 값만 있는 행이며 거래가 아닙니다',
  'The row names no parties and no amount; it is no deal': '당사자도 금액도 없는 행이며 거래가 아닙니다',
  'Row {0} repeats row {1} exactly; both are counted': '{0}행은 {1}행과 완전히 같으며, 둘 다 셉니다',
  'Nothing says which way the money of this row goes': '이 행의 돈이 어느 쪽으로 가는지 알 수 없습니다',
  'The row has no date, and only dated deals are asked for':
    '날짜가 있는 거래만 요청했는데 이 행에는 날짜가 없습니다',
  'The row is dated outside the days asked for': '요청한 기간을 벗어난 날짜의 행입니다',
  '{0} pays itself; the row is left out': '지급인과 수취인이 모두 {0}인 행이어서 제외했습니다',

  // Parties
  Payer: '지급인',
  Receiver: '수취인',
  '{0} {1} is a number or a date, not a name': '{0} {1} 값은 이름이 아니라 숫자나 날짜입니다',
  '{0} is the error {1}': '{0} 셀이 {1} 오류입니다',
  '{0} {1} is longer than 400 characters': '{0} {1} 값이 400자보다 깁니다',
  '{0} {1} names nobody': '{0} {1} 값은 누구의 이름도 아닙니다',
  '{0} is empty': '{0} 셀이 비어 있습니다',
  'The payer is written once per group; {0} empty cells below a name were read as that name':
    '지급인이 묶음마다 한 번만 적혀 있어, 이름 아래의 빈 셀 {0}개를 그 이름으로 읽었습니다',

  // Kinds, status, dates, links
  'Class {0} is none of F, W, G, S, X; the kind decides':
    '분류 {0} 값은 F, W, G, S, X 가운데 하나가 아니므로 종류에 따릅니다',
  'Kind {0} is no word that Looplens knows; its rows count as purchases, unless a column "Class" says F, W, G, S or X':
    '종류 {0} 값은 Looplens가 모르는 말이므로 그 행들을 구매로 셉니다. 다르게 세려면 "Class" 열에 F, W, G, S, X 가운데 하나를 적으세요',
  'Kind {0} is money that goes back, neither funding nor revenue; its rows have no class':
    '종류 {0} 값은 되돌려주는 돈으로, 자금 제공도 매출도 아니므로 그 행들에는 분류가 없습니다',
  'Kind {0} says that money moves and not what for; its rows are neither funding nor revenue':
    '종류 {0} 값은 돈이 움직인다는 것만 알리므로, 그 행들은 자금 제공도 매출도 아닙니다',
  'Kind {0} has no payer and no receiver; the row is context, not a deal':
    '종류 {0} 값에는 지급인도 수취인도 없으므로, 이 행은 거래가 아니라 참고 사항입니다',
  'Status is empty; the row weighs 1 and is not firm':
    '상태가 비어 있어 가중치를 1로 보고, 확정으로는 보지 않습니다',
  'Status {0} is no word that Looplens knows; its rows weigh 1 and are not firm':
    '상태 {0} 값은 Looplens가 모르는 말이므로, 그 행들의 가중치를 1로 보고 확정으로는 보지 않습니다',
  'Probability {0} is not between 0 and 1 or 0 % and 100 %; the status decides':
    '확률 {0} 값이 0과 1 사이도, 0%와 100% 사이도 아니므로 상태에 따릅니다',
  'Probability {0} is not used: the status {1} says that the deal no longer stands':
    '상태 {1} 값에 따르면 더 이상 유효하지 않은 거래이므로 확률 {0} 값은 쓰지 않습니다',
  'Firm share {0} is not between 0 and 1 or 0 % and 100 %; the status decides':
    '확정 비율 {0} 값이 0과 1 사이도, 0%와 100% 사이도 아니므로 상태에 따릅니다',
  'Date {0} has no single reading; the row is used without a date':
    '날짜 {0} 값을 한 가지로 읽을 수 없어, 이 행은 날짜 없이 씁니다',
  'Nothing in the column tells whether dates are day/month or month/day; where both readings fit, a date counts as the span between them':
    '날짜가 일/월 순서인지 월/일 순서인지 알 수 없습니다. 둘 다 가능한 날짜는 그 사이의 기간으로 셉니다',
  'Short dates are read as year, month, day': '짧은 날짜는 연, 월, 일 순서로 읽습니다',
  'Some dates are called plans or estimates; they are used as written':
    '계획이나 추정이라고 적힌 날짜가 있으며, 적힌 대로 씁니다',
  'Id {0} stands on an earlier row too; links to it mean the first':
    '거래 번호 {0} 값이 앞의 행에도 있어, 그 번호를 가리키는 연결은 첫 행으로 봅니다',
  'The row is linked to more than {0} rows; the first {1} are used':
    '이 행은 {0}개보다 많은 행에 연결되어 있어 처음 {1}개만 씁니다',
  'The row with id {0} is left out, so the link to it is not used':
    '거래 번호 {0} 행이 제외되어, 그 행을 가리키는 연결은 쓰지 않습니다',
  'No row has the id {0} that this row is linked to':
    '이 행이 가리키는 거래 번호 {0} 값을 가진 행이 없습니다',

  // Company figures
  'Figure {0} is not an amount of money; it counts as unknown':
    '수치 {0} 값은 금액이 아니므로 모르는 값으로 봅니다',
  'Period {0} is a plan or an estimate, not a result': '기간 {0} 값은 실적이 아니라 계획이나 추정입니다',
  'Period {0} has no single reading; its figures are used without days':
    '기간 {0} 값을 한 가지로 읽을 수 없어, 그 수치는 날짜 없이 씁니다',
  '{0} has no deal; its figures are shown and enter no measure of the deals':
    '{0}의 거래가 없습니다. 수치는 보여 주되 거래의 측정에는 쓰지 않습니다',
  'The financials state no scale; they are read in the unit of the deals':
    '기업 수치에 단위가 없어 거래의 단위로 읽습니다',
  'The financials state no scale; they are read in the unit of the deals ({0})':
    '기업 수치에 단위가 없어 거래의 단위({0})로 읽습니다',
  'Row {0} is a total, not a company': '{0} 행은 기업이 아니라 합계입니다',
  '{0} has no figure in this row': '이 행에는 {0}의 수치가 없습니다',
  'Item {0} stands twice for {1}; the first is used': '{1}의 {0} 항목이 두 번 나와 첫 번째를 씁니다',
  'Cash margins without a percent sign are read as percent, because {0}: {1}':
    '백분율 기호가 없는 현금 마진은 {0} 백분율로 읽습니다. {1}',
  'Cash margins without a percent sign are read as fractions, because {0}: {1}':
    '백분율 기호가 없는 현금 마진은 {0} 소수로 읽습니다. {1}',
  'no more than half of them are above 1': '1보다 큰 값이 절반을 넘지 않으므로',
  'most of them are above 1': '대부분 1보다 크므로',
  'one of them is above {0}': '{0}보다 큰 값이 있으므로',
  '{0} is {1} %': '{0} 값은 {1}%입니다',
  'Cash margin {0} is not a share; it counts as unknown':
    '현금 마진 {0} 값은 비율이 아니므로 모르는 값으로 봅니다',
};
