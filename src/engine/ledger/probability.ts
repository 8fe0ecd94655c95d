/** A probability column -> 0..1 per row. Percent or fraction is decided for the whole column: any number above 1 makes it percent. */
import type { TextColumn } from './textColumn';
import { folded } from './text';

/** Per distinct cell: 0..1, or NaN when it cannot be read (in a percent column also a number in (0, 1)). O(distinct). */
export function readProbabilities(column: TextColumn): Float64Array {
  const values = new Float64Array(column.texts.length).fill(NaN);
  const bare: number[] = [];
  let percent = false;
  for (let i = 0; i < values.length; i++) {
    const text = folded(column.texts[i]);
    if (column.types[i] === 'n') {
      bare.push(i);
      values[i] = Number(text);
    } else if (/^\d{1,3}(?:[.,]\d{1,9})? ?%$/.test(text)) {
      values[i] = Number(text.replace('%', '').replace(',', '.')) / 100;
      if (values[i] > 1) values[i] = NaN;
    } else if (/^\d{0,3}(?:[.,]\d{1,9})?$/.test(text)) {
      bare.push(i);
      values[i] = Number(text.replace(',', '.'));
    }
    if (bare[bare.length - 1] === i && values[i] > 1) percent = true;
  }
  for (const i of bare) {
    const value = values[i];
    const good = percent ? value === 0 || (value >= 1 && value <= 100) : value >= 0 && value <= 1;
    values[i] = good ? (percent ? value / 100 : value) : NaN;
  }
  return values;
}
