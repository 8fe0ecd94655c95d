/// <reference types="office-js" />

/**
 * Asks the same of each item, in as few requests as `most` allows: the weights of the items of one request come to no
 * more, or it is one item.
 */
export async function inBatches<Item, Asked>(
  context: Excel.RequestContext,
  items: readonly Item[],
  weight: (item: Item) => number,
  most: number,
  ask: (item: Item) => Asked,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  let load = 0;
  for (const item of items) {
    if (load > 0 && load + weight(item) > most) {
      await context.sync();
      load = 0;
    }
    asked.push(ask(item));
    load += weight(item);
  }
  if (load > 0) await context.sync();
  return asked;
}
