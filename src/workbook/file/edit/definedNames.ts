/** Names of the whole workbook that are defined and deleted: the elements of others stay byte for byte as they are. */
import { nameKey } from '../../names';
import { Refusal } from '../../port';
import { FormulaFault, formulaToFile } from '../formula/toFile';
import { AFTER_CALC, type NameXml, type WorkbookXml } from './workbookXml';
import { childNamed } from './xmlTree';
import { plainXml } from './xmlText';

/** A name of the same spelling keeps its place and its attributes, such as the user's comment. */
export function defineName(workbook: WorkbookXml, name: string, formula: string): void {
  const { xml } = workbook;
  const text = plainXml(storedFormula(name, formula));
  const known = nameOf(workbook, name);
  const list = childNamed(xml.root, 'definedNames');
  const { prefix } = xml.root;
  const element = `<${prefix}definedName name="${plainXml(name)}">${text}</${prefix}definedName>`;
  if (known !== undefined && !known.element.closesItself) {
    if (known.name !== name) xml.setAttribute(known.element, 'name', name);
    xml.replace(known.element.tagTo, known.element.innerTo, text);
  } else if (known !== undefined) xml.replace(known.element.from, known.element.to, element);
  else if (list !== undefined) xml.append(list, element);
  else xml.insert(`<${prefix}definedNames>${element}</${prefix}definedNames>`, ['calcPr', ...AFTER_CALC]);
  workbook.write();
}

/** Formulas that use it show #NAME? when they are calculated, as in Excel. */
export function deleteName(workbook: WorkbookXml, name: string): void {
  const known = nameOf(workbook, name);
  if (known === undefined) throw new Refusal('missing', `There is no name "${name}"`);
  const list = childNamed(workbook.xml.root, 'definedNames');
  const isLast = list !== undefined && workbook.definedNames().length === 1;
  workbook.xml.remove(isLast ? list : known.element);
  workbook.write();
}

function nameOf(workbook: WorkbookXml, name: string): NameXml | undefined {
  return workbook
    .definedNames()
    .find((known) => known.sheet === null && nameKey(known.name) === nameKey(name));
}

function storedFormula(name: string, formula: string): string {
  try {
    return formulaToFile(formula, null);
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error;
    throw new Refusal(
      'other',
      `The formula "${formula.slice(0, 60)}" of the name "${name}" ${error.message}`,
    );
  }
}
