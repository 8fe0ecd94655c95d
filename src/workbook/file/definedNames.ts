/**
 * The names of a workbook, as a user sees them in the Name Manager.
 *
 * Left out is what no formula can use: names that Excel keeps for itself (print areas, filters), hidden ones, those of
 * macros, and those whose cells are gone.
 */
import type { DefinedName } from '../../engine/index';
import { formulaFromFile } from './formula/fromFile';
import type { Opening } from './opening';
import { countOf, isOn, type Element } from './xmlParts';

export class DefinedNames {
  private readonly found: { readonly name: string; readonly number: number; readonly formula: string }[] = [];

  constructor(private readonly opening: Opening) {}

  /** To be told of every element of the workbook part when it ends. */
  end({ name: element, path, attribute }: Element, text: string): void {
    if (element !== 'definedName' || path[path.length - 1] !== 'definedNames') return;
    const name = attribute('name') ?? '';
    const stored = text.trim().replace(/^=/, '');
    const isForeign = ['hidden', 'function', 'vbProcedure', 'xlm'].some((word) => isOn(attribute(word)));
    if (name === '' || /^_xlnm\./i.test(name) || isForeign) return;
    if (stored === '' || /#REF!/i.test(stored)) return;
    this.opening.hold(name.length + stored.length);
    const local = attribute('localSheetId');
    this.found.push({
      name,
      number: local === undefined ? -1 : countOf(local, Infinity),
      formula: formulaFromFile(stored),
    });
  }

  /** `indexOf` tells the index of a sheet by its number in the file; names of sheets that were not read are left out. */
  all(indexOf: (number: number) => number | undefined): DefinedName[] {
    return this.found.flatMap(({ name, number, formula }) => {
      const sheet = number < 0 ? null : indexOf(number);
      return sheet === undefined ? [] : [{ name, sheet, formula }];
    });
  }
}
