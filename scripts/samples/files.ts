/** Every file that `npm run samples` writes: path from the root of the repository, and bytes. */
import { aiDealsBook } from './ai-deals';
import { workbookBytes } from './xlsx/package';

export interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export function sampleFiles(): SampleFile[] {
  return [{ path: 'assets/samples/ai-deals.xlsx', bytes: workbookBytes(aiDealsBook()) }];
}
