/** What is said about operations, and how many cells they write. */
import { areaAddress, cellAddress, type Area } from '../engine/index';
import type { Operation } from './port';

/** An operation in words that follow "while", e.g. `writing to Deals!A1:B9`. */
export function describeOperation(operation: Operation): string {
  switch (operation.kind) {
    case 'add-sheet':
      return `adding the sheet "${operation.sheet}"`;
    case 'rename-sheet':
      return `renaming the sheet "${operation.sheet}" to "${operation.to}"`;
    case 'delete-sheet':
      return `deleting the sheet "${operation.sheet}"`;
    case 'write':
      return `writing to ${areaAddress(operation.sheet, operation.area)}`;
    case 'number-formats':
      return `formatting ${areaAddress(operation.sheet, operation.area)}`;
    case 'add-table':
      return `adding the table "${operation.name}" to ${areaAddress(operation.sheet, operation.area)}`;
    case 'delete-table':
      return `deleting the table "${operation.name}"`;
    case 'define-name':
      return `defining the name "${operation.name}"`;
    case 'delete-name':
      return `deleting the name "${operation.name}"`;
    case 'look':
      return `formatting ${areaAddress(operation.sheet, operation.area)}`;
    case 'layout':
      return `laying out the sheet "${operation.sheet}"`;
    case 'clear-sheet':
      return `clearing the sheet "${operation.sheet}"`;
    case 'add-comment':
      return `adding a comment to ${cellAddress(operation.sheet, operation.row, operation.column)}`;
    case 'delete-comment':
      return `deleting the comment on ${cellAddress(operation.sheet, operation.row, operation.column)}`;
    case 'highlight':
      return `highlighting cells of the sheet "${operation.sheet}"`;
    case 'delete-highlights':
      return `taking the highlights from the sheet "${operation.sheet}"`;
    case 'add-picture':
      return `drawing a picture at ${cellAddress(operation.sheet, operation.row, operation.column)}`;
    case 'delete-pictures':
      return `taking the pictures of Looplens from the sheet "${operation.sheet}"`;
  }
}

export function cellsOf(operation: Operation): number {
  return operation.kind === 'write' || operation.kind === 'number-formats' ? areaCells(operation.area) : 0;
}

export function areaCells(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

/** `(change 3 of 5, writing to Deals!A1:B9)`. `index` is 0-based. */
export function placeInPlan(operations: readonly Operation[], index: number): string {
  const what = describeOperation(operations[index]);
  return operations.length === 1 ? `(${what})` : `(change ${index + 1} of ${operations.length}, ${what})`;
}
