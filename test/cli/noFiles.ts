/** For commands that only read: writing is a mistake. */
import type { CliIo } from '../../src/cli/io';

export const noFiles: Pick<CliIo, 'workbook' | 'save' | 'now'> = {
  workbook: () => Promise.reject(new Error('No workbook is changed here.')),
  save: () => Promise.reject(new Error('Nothing is written here.')),
  now: () => new Date(Date.UTC(2026, 2, 1, 12)),
};
