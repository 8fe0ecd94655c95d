/**
 * Names of strangers as they are drawn: one line, nothing that reorders, hides or controls.
 *
 * `visible` writes such characters out, as a report must; in a drawing <U+202E> would be longer than the name, so they
 * are left out here and written out in the tooltip.
 */
import { visible } from '../visible';

/** A drawn name is shortened to far less; whatever is behind this can be neither seen nor measured. */
const longestLooked = 400;
const blanks = /[\s\p{Z}\u0085\u115f\u1160\u3164\uffa0\u2800]+/gu;
const undrawable = /[\p{C}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const pileOfMarks = /(\p{M}{2})\p{M}+/gu;

/** The name without control, format and bidi characters, lone surrogates and piles of marks. O(1) beyond 800 units. */
export function drawnText(name: string, whenEmpty: string): string {
  // Cut first: a name may fill a cell (32,767 characters). Both ends are kept, because it is shortened in the middle.
  const looked =
    name.length <= 2 * longestLooked ? name : `${name.slice(0, longestLooked)}…${name.slice(-longestLooked)}`;
  const clean = looked
    .normalize('NFC')
    .replace(blanks, ' ')
    .replace(undrawable, '')
    .replace(pileOfMarks, '$1')
    .trim();
  return clean === '' ? whenEmpty : clean;
}

/** The whole name for a tooltip, with everything that could mislead written out. */
export function wholeName(name: string, whenEmpty: string): string {
  return name === '' ? whenEmpty : visible(name);
}
