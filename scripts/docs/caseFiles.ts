/** The labelled cases among ordinary deals, scored the way the command line scores two files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateNode } from '../../src/cli/files';
import { analyze, type Analysis, type AnalyzeOptions, type Book } from '../../src/engine/index';
import { openBook } from '../../src/workbook/file/open';
import { bytesSource } from '../../src/workbook/file/source';

export const projectRoot = join(__dirname, '..', '..');

export async function openFile(...path: string[]): Promise<Book> {
  const bytes = readFileSync(join(projectRoot, ...path));
  return openBook(path[path.length - 1], bytesSource(bytes), { inflate: inflateNode });
}

/** The analysis of a book; a refusal is an error here, because the project's own files are never refused. */
export function analysisOf(book: Book, options: AnalyzeOptions = {}): Analysis {
  const outcome = analyze(book, options);
  if (!outcome.ok) throw new Error(`${book.name}: ${outcome.refusal.message}`);
  return outcome.analysis;
}

export async function caseAnalysis(id: string): Promise<Analysis> {
  const deals = await openFile('test', 'fixtures', 'cases', `${id}-deals.csv`);
  const financialsBook = await openFile('test', 'fixtures', 'cases', `${id}-financials.csv`);
  return analysisOf(deals, { financialsBook });
}
