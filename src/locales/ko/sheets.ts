/** What is said of a whole sheet or workbook: why it is not read, what to know before quoting a number, what speaks for a loop. */
import type { Sentences } from '../../engine/index';

export const sheetSentences: Sentences = {
  // Lists
  '{0} and {1}': '{0}, {1}',
  '{0} and {1} more': '{0} 외 {1}곳',
  '{0} in {1}': '{0}({1})',

  // Why there is no answer
  'this workbook': '이 통합 문서',
  'sheet "{0}"': '"{0}" 시트',
  'Its sheets are {0}.': '있는 시트: {0}.',
  'No table of deals was found in {0}: a deal needs a payer, a receiver and an amount, one deal a row. {1}':
    '{0}에서 거래 표를 찾지 못했습니다. 한 행에 거래 하나씩, 지급인과 수취인과 금액이 있어야 합니다. {1}',
  'No table of company figures was found in {0}: it needs a company, a period and revenue or capex.':
    '{0}에서 기업 수치 표를 찾지 못했습니다. 기업, 기간, 매출 또는 설비투자가 있어야 합니다.',
  '{0} holds no cells: there is nothing to score.': '{0}에 채워진 셀이 없어 채점할 것이 없습니다.',
  'There is no table "{0}" in {1}. It has no tables: name a sheet or a range instead.':
    '{1}에 "{0}" 표가 없습니다. 다른 표도 없으니 시트나 범위를 지정하세요.',
  'There is no table "{0}" in {1}. Its tables are {2}.': '{1}에 "{0}" 표가 없습니다. 있는 표: {2}.',
  'There is no sheet "{0}" in {1}. {2}': '{1}에 "{0}" 시트가 없습니다. {2}',
  'The range is on sheet "{0}", but sheet "{1}" was asked for.':
    '범위는 "{0}" 시트에 있는데 "{1}" 시트를 요청했습니다.',
  '"{0}" is not a range: write A1:H90 or Sheet!A1:H90.':
    '"{0}" 값은 범위가 아닙니다. A1:H90 또는 Sheet!A1:H90처럼 적으세요.',
  'There are no rows of deals in {0} ({1}).': '{0} 범위에 거래 행이 없습니다 ({1}).',
  'No column holds the amounts of deals: {0} ({1}).': '거래 금액이 있는 열이 없습니다. {0} ({1}).',
  'No columns say who pays and who is paid': '누가 지급하고 누가 받는지 알려 주는 열이 없습니다',
  'No column says who pays': '누가 지급하는지 알려 주는 열이 없습니다',
  'No column says who is paid': '누가 받는지 알려 주는 열이 없습니다',
  '{0}: {1} ({2}).': '{0}. {1} ({2}).',
  'the columns seen are {0}': '보이는 열: {0}',
  'the columns seen are {0} and {1} more': '보이는 열: {0} 외 {1}개',
  'Each row names a counterparty and a direction, but not whose sheet it is: say who the owner is ({0}).':
    '행마다 상대방과 방향은 있으나 누구의 시트인지 알 수 없습니다. 시트의 주인을 알려 주세요 ({0}).',
  'No row is a deal with a payer, a receiver and an amount: {0} ({1}).':
    '지급인, 수취인, 금액이 모두 있는 거래 행이 없습니다. {0} ({1}).',
  '{0} 1 more row cannot be used either.': '{0} 쓸 수 없는 행이 1개 더 있습니다.',
  '{0} {1} more rows cannot be used either.': '{0} 쓸 수 없는 행이 {1}개 더 있습니다.',
  'Without headings it cannot be told who pays whom: include the heading row ({0}).':
    '머리글이 없으면 누가 누구에게 지급하는지 알 수 없습니다. 머리글 행을 포함하세요 ({0}).',
  'the table has no rows': '표에 행이 없습니다',
  '{0} rows were read and none can be used': '{0}개 행을 읽었으나 쓸 수 있는 행이 없습니다',
  'The amounts add up to more than 9,007,199,254,740,991 units, which cannot be counted exactly: state them in a larger unit ({0}).':
    '금액의 합이 9,007,199,254,740,991단위를 넘어 정확히 셀 수 없습니다. 더 큰 단위로 적어 주세요 ({0}).',
  'The amounts are in {0} currencies, which cannot be added: {1} ({2}).':
    '금액이 {0}개 통화로 적혀 있어 더할 수 없습니다: {1} ({2}).',
  'Nothing in {0} is headed revenue, capex or operating cash flow by company or period ({1}).':
    '{0} 범위에 기업별이나 기간별 매출, 설비투자, 영업현금흐름의 머리글이 없습니다 ({1}).',
  'The financials in {0} hold no figures ({1}).': '{0} 범위의 기업 수치 표에 수치가 없습니다 ({1}).',
  'These financials name {0} in {1}, and {2}; unlike money is never added ({3}).':
    '{1}에서 기업 수치의 통화는 {0}인데, {2}. 서로 다른 통화는 더하지 않습니다 ({3}).',
  'the deals are in {0}': '거래의 통화는 {0}입니다',
  'others are in {0}': '다른 수치의 통화는 {0}입니다',

  // How the whole sheet was read
  '{0} rows of deals are hidden and counted': '숨겨진 거래 행 {0}개도 셉니다',
  '{0} rows of deals are out of sight under a filter and counted': '필터에 가려진 거래 행 {0}개도 셉니다',
  'Column {0} ({1}) is hidden and used': '숨겨진 {0} 열({1})을 씁니다',
  'The sheet writes "$" and no country; US dollars are assumed':
    '시트에 "$"만 있고 나라가 없어 미국 달러로 봅니다',
  'Some amounts name no currency; they are read as {0}': '통화가 없는 금액은 {0} 금액으로 읽습니다',
  'Payer and receiver follow the direction column: out and buy pay, in and sell receive':
    '지급인과 수취인은 방향 열을 따릅니다. 출금과 매수는 지급, 입금과 매도는 수취입니다',
  'There is no heading; two text columns are read as payer and receiver, the number column after them as the amount':
    '머리글이 없어 텍스트 열 두 개를 지급인과 수취인으로, 그 뒤의 숫자 열을 금액으로 읽습니다',
  'The table is wider than 256 columns; the rest is not read': '표가 256열보다 넓어 나머지는 읽지 않습니다',
  'No column tells kinds of deals, so measures that need kinds are left out':
    '거래 종류를 알려 주는 열이 없어 종류가 필요한 측정은 하지 않습니다',

  // Before a number is quoted
  'Circularity is the most that can go round; loops that share a deal must not be added up.':
    '순환액은 돌 수 있는 돈의 최대치입니다. 거래를 공유하는 고리의 금액은 더하면 안 됩니다.',
  'Circularity on expected amounts is not the mean of what can close: the closing range draws each deal with its probability, linked deals together.':
    '기대액의 순환은 성사될 수 있는 순환의 평균이 아닙니다. 성사 범위는 거래마다 그 확률로, 연결된 거래는 함께 추첨해 구합니다.',
  'The range of what can close was not drawn: the sheet is large. Ask for a number of draws to have it.':
    '시트가 커서 성사 범위는 추첨하지 않았습니다. 필요하면 추첨 횟수를 지정하세요.',
  'No column tells the kind of a deal: every deal counts as funding and as revenue alike.':
    '거래 종류를 알려 주는 열이 없어 모든 거래를 자금 제공이자 매출로 똑같이 셉니다.',
  'The workbook has no company figures: sizes are taken from the deals themselves.':
    '통합 문서에 기업 수치가 없어 규모를 거래에서 가져왔습니다.',
  "{0} purchases have no term: each counts whole in one year where a year's revenue is compared.":
    '구매 {0}건에는 기간이 없어, 한 해의 매출과 견줄 때 저마다 한 해에 전액으로 셉니다.',
  'Guarantees are contingent: as funding they count with a quarter of their face amount, or with their own weight on expected amounts.':
    '보증은 우발적이므로, 자금 제공으로는 액면의 4분의 1로 세고 기대액에서는 자체 가중치로 셉니다.',
  'The headline basis counts 1 deal that no longer stands (superseded, ended or a duplicate: {0}); the expected basis leaves it out.':
    '발표액에는 더 이상 유효하지 않은 거래 1건이 들어 있습니다(대체, 종료 또는 중복: {0}). 기대액에서는 뺍니다.',
  'The headline basis counts {0} deals that no longer stand (superseded, ended or a duplicate: {1}); the expected basis leaves them out.':
    '발표액에는 더 이상 유효하지 않은 거래 {0}건이 들어 있습니다(대체, 종료 또는 중복: {1}). 기대액에서는 뺍니다.',
  'The company figures name {0}, but no deal does: if one is another name of a party, say so in an alias table.':
    '기업 수치에 있는 {0}의 거래가 없습니다. 당사자의 다른 이름이라면 별칭 표에 적으세요.',
  '1 deal in a hidden row is counted, the first at {0}.': '숨겨진 행의 거래 1건도 셉니다: {0}.',
  '{0} deals in hidden rows are counted, the first at {1}.': '숨겨진 행의 거래 {0}건도 셉니다. 첫 행: {1}.',
  '1 deal that a filter hides is counted, the first at {0}.': '필터에 가려진 거래 1건도 셉니다: {0}.',
  '{0} deals that a filter hides are counted, the first at {1}.':
    '필터에 가려진 거래 {0}건도 셉니다. 첫 행: {1}.',
  '{0} rows without an amount close a loop only together, so nothing bounds what comes round through them ({1}).':
    '금액이 없는 행 {0}개는 함께일 때만 고리를 이루므로, 그 행들을 거쳐 도는 돈의 한도를 알 수 없습니다({1}).',

  // What the score rests on
  'No money in this sheet can come back to where it started.':
    '이 시트에는 출발한 곳으로 되돌아올 수 있는 돈이 없습니다.',
  'Nothing comes back that outside demand does not clear.': '되돌아오는 돈은 모두 외부 수요로 설명됩니다.',
  'The largest amounts that nothing clears come back to {0}.':
    '외부 수요로 설명되지 않는 돈이 가장 많이 되돌아오는 곳은 {0}입니다.',
  '{0} "{1}" brings the most points: {2} of {3}.': '{0} 점수가 가장 큰 지표는 "{1}"입니다: {3}점 중 {2}점.',

  // What speaks for a loop
  'depends on a condition': '조건이 붙어 있습니다',
  'can be cancelled': '취소할 수 있습니다',
  'is a cap, not a sum': '확정 금액이 아니라 최대 금액입니다',
  'is between related parties': '특수관계인 사이의 거래입니다',
  'is an estimate': '추정입니다',
  'no longer stands': '더 이상 유효하지 않습니다',
  'names another leg of this loop': '이 고리의 다른 구간을 가리킵니다',
  'all deals within 30 days': '모든 거래가 30일 안에 있습니다',
  'legs within 20 %': '구간 금액의 차이가 20% 이내입니다',
  'is stock for a customer': '고객에게 준 주식입니다',
  'stands behind the buyer': '구매자를 뒷받침합니다',
  'in the last days of a quarter': '분기의 마지막 며칠에 있습니다',
  'no row says who else pays {0}': '{0}에 돈을 내는 다른 곳을 알려 주는 행이 없습니다',
  '{0} earns nothing outside the circle': '순환 밖에서 {0}에 들어오는 수입이 없습니다',
  'The circle has too many parties for an exact mixing index.':
    '순환에 당사자가 너무 많아 혼합 지수를 정확히 구할 수 없습니다.',
  'What balances each party comes from outside or goes there.':
    '당사자마다 들어온 돈과 나간 돈의 차이는 외부에서 오거나 외부로 갑니다.',
};
