/// <reference types="office-js" />
/** The rules of Looplens among the conditional formats of sheets: known by their formula, which says so. */
import type { Area } from '../../engine/index';
import { highlightFormula } from '../marks';
import { inBatches } from './batches';
import { mostRanges } from './limits';
import { areaOf, corners } from './outline';

/** For each sheet the ids of the rules. Two requests, and more for hundreds of rules. */
export async function readHighlights(
  context: Excel.RequestContext,
  sheets: readonly { readonly id: string }[],
): Promise<readonly (readonly string[])[]> {
  return (await rulesOf(context, sheets)).map((rules) => rules.map(({ id }) => id));
}

/** For each sheet the cells under the rules: one request more. */
export async function readHighlighted(
  context: Excel.RequestContext,
  sheets: readonly { readonly id: string }[],
): Promise<readonly (readonly Area[])[]> {
  const rules = await rulesOf(context, sheets);
  const wanted = rules.flatMap((list, of) => list.map((rule) => ({ rule, of })));
  const asked = await inBatches(
    context,
    wanted,
    () => 1,
    mostRanges,
    ({ rule, of }) => ({ of, ranges: rule.getRanges().untrack().areas.load(corners) }),
  );
  const found: Area[][] = sheets.map(() => []);
  for (const { of, ranges } of asked) found[of].push(...ranges.items.map(areaOf));
  return found;
}

async function rulesOf(
  context: Excel.RequestContext,
  sheets: readonly { readonly id: string }[],
): Promise<readonly (readonly Excel.ConditionalFormat[])[]> {
  const lists = await inBatches(
    context,
    sheets,
    () => 1,
    mostRanges,
    ({ id }) =>
      context.workbook.worksheets.getItem(id).getRange().conditionalFormats.load({ id: true, type: true }),
  );
  const custom = lists.flatMap(({ items }, of) =>
    items.filter(({ type }) => type === 'Custom').map((format) => ({ of, format })),
  );
  const asked = await inBatches(
    context,
    custom,
    () => 1,
    mostRanges,
    ({ of, format }) => ({ of, format, rule: format.custom.rule.load({ formula: true }) }),
  );
  const found: Excel.ConditionalFormat[][] = sheets.map(() => []);
  for (const { of, format, rule } of asked) if (isOurs(rule.formula)) found[of].push(format);
  return found;
}

function isOurs(formula: string): boolean {
  return formula.replace(/\s/g, '') === highlightFormula;
}
