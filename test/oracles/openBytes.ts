/** Opening bytes in tests, and looking at what came out. */
import { inflateNode } from '../../src/cli/files';
import type { Book, Cell, Grid } from '../../src/engine/index';
import { openBook, type OpenOptions } from '../../src/workbook/file/open';
import { FileRefused } from '../../src/workbook/file/refusal';
import { bytesSource } from '../../src/workbook/file/source';
import { buildWorkbook } from './workbookBuilder';

export function openBytes(
  bytes: Uint8Array | string,
  name = 'deals.xlsx',
  options: Partial<OpenOptions> = {},
): Promise<Book> {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return openBook(name, bytesSource(content), { inflate: inflateNode, ...options });
}

/** A workbook of one sheet with these rows. */
export function openRows(rows: string, shared?: string): Promise<Book> {
  return openBytes(buildWorkbook({ sheets: [{ rows }], ...(shared === undefined ? {} : { shared }) }));
}

/** All of a grid, row by row. */
export function valuesOf(grid: Grid): Cell[][] {
  return Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.columns }, (_, column) => grid.at(grid.top + row, grid.left + column)),
  );
}

/** The refusal that a promise rejects with; fails on anything else. */
export async function refusalOf(promise: Promise<unknown>): Promise<FileRefused> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof FileRefused) return error;
    throw error;
  }
  throw new Error('The file was opened.');
}
