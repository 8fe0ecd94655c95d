/// <reference types="office-js" />
/** What this Excel can do, asked at run time: the manifest asks for less than everything that is used. */
import { placeInPlan } from '../operations';
import { Refusal, type Operation } from '../port';

/** Notes carry any text, and nobody has to be signed in for one. Where there are none, a comment takes their place. */
export function hasNotes(): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', '1.18');
}

const needed: Partial<Readonly<Record<Operation['kind'], string>>> = {
  look: '1.9',
  layout: '1.9',
  'clear-sheet': '1.9',
  highlight: '1.9',
  'delete-highlights': '1.9',
  'add-comment': '1.10',
  'delete-comment': '1.10',
};

/** What an open workbook is given. */
export type Supported = Exclude<Operation, { readonly kind: 'add-picture' | 'delete-pictures' }>;

/** Throws a Refusal that names the first operation that is not carried out here, or that this Excel is too old for. */
export function checkSupport(operations: readonly Operation[]): readonly Supported[] {
  return operations.map((operation, index) => {
    const place = placeInPlan(operations, index);
    if (operation.kind === 'add-picture' || operation.kind === 'delete-pictures')
      throw new Refusal(
        'other',
        `Pictures are drawn in files so far, not in an open workbook ${place}. Nothing was changed.`,
      );
    const version = needed[operation.kind];
    if (version === undefined || Office.context.requirements.isSetSupported('ExcelApi', version))
      return operation;
    throw new Refusal(
      'other',
      `This Excel is too old for it ${place}: it does not have ExcelApi ${version}. Nothing was changed.`,
    );
  });
}
