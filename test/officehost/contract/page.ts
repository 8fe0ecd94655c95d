/// <reference types="office-js" />
/// <reference types="custom-functions-runtime" />
/** What the contract needs of a page, whatever transport it is on: its globals, and the host and model behind it. */
import type { OfficeHost } from '../../../src/workbench/officehost/core/host';
import type { MemoryWorkbook } from '../../../src/workbench/memoryWorkbook';

export interface ContractPage {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
  readonly host: OfficeHost;
  readonly model: MemoryWorkbook;
}

/** A part of the contract: tests that run on the page that `page()` gives. */
export type ContractPart = (page: () => ContractPage) => void;

/** A fresh, empty, active sheet: tests of one page do not tread on each other's cells. */
export function freshSheet(page: ContractPage): string {
  const sheet = page.model.addSheet();
  page.model.activate(sheet.id);
  return sheet.id;
}

/** The error with which a request ends. */
export async function failureOf(work: Promise<unknown>): Promise<OfficeExtension.Error> {
  const failure: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (failure === null) throw new Error('The request did not fail.');
  return failure as OfficeExtension.Error;
}

export const area = (top: number, left: number, bottom: number, right: number) => ({
  top,
  left,
  bottom,
  right,
});
