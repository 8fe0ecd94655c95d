/** Rows that could not be used and rows used with an assumption, one by one up to a limit; remarks, counted. */
import type { Analysis } from '../../engine/index';
import { visible } from '../visible';
import { hanging } from './columns';
import { count, grouped } from './numbers';
import type { Page } from './page';
import { faint, margin, moreLine, paragraph, title } from './page';

/** Lines that tell of one bad row each before the rest are counted, unless --top asks for more: a page, not a sheet. */
const mostOneByOne = 200;

type Issue = Analysis['ledger']['issues'][number];

export function issues(page: Page): string[] {
  const all = page.analysis.ledger.issues;
  const of = (severity: Issue['severity']) => all.filter((issue) => issue.severity === severity);
  const [errors, warnings, remarks] = [of('error'), of('warning'), of('info')];
  return [
    ...listed(page, errors, `Left out of the figures (${grouped(errors.length, 0)})`),
    ...listed(page, warnings, `Used with an assumption (${grouped(warnings.length, 0)})`),
    ...counted(page, remarks),
  ];
}

function listed(page: Page, some: readonly Issue[], heading: string): string[] {
  if (some.length === 0) return [];
  const most = Math.max(page.top, mostOneByOne);
  return [
    ...title(page, heading),
    ...some.slice(0, most).flatMap((issue) => item(page, sentence(issue))),
    ...moreLine(page, most, some.length, 'such line'),
  ];
}

function item(page: Page, text: string): string[] {
  return hanging(`${' '.repeat(margin)}- `, text, page.width);
}

function sentence(issue: Issue): string {
  const message = visible(issue.message);
  const cell = visible(issue.cell);
  return cell === '' || message.includes(cell) ? message : `${message} (${cell})`;
}

/** Remarks: every one where the list is short, otherwise one line for each sort with its first example. */
function counted(page: Page, remarks: readonly Issue[]): string[] {
  if (remarks.length === 0) return [];
  if (remarks.length <= page.top) return listed(page, remarks, `Remarks (${remarks.length})`);
  const sorts = new Map<string, { first: Issue; many: number }>();
  for (const issue of remarks) {
    const sort = sorts.get(issue.code);
    if (sort === undefined) sorts.set(issue.code, { first: issue, many: 1 });
    else sort.many++;
  }
  const lines = [...sorts.values()].flatMap(({ first, many }) => {
    const others = many === 1 ? '' : ` And ${count(many - 1, 'more', 'more')} of this sort.`;
    return item(page, `${sentence(first)}${others}`);
  });
  const rest = `--top ${remarks.length} lists all ${remarks.length} remarks.`;
  return [...title(page, `Remarks (${remarks.length})`), ...lines, ...faint(page, paragraph(page, rest))];
}
