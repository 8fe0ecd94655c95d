/** Every file that `npm run samples` writes: path from the root of the repository, and bytes. */
import { aiDealsBook } from './ai-deals';
import { dotComBook } from './dot-com';
import { embeddedCases } from './embedded';
import { paneSample } from './pane-sample';
import { templateBook } from './template';
import { workbookBytes } from './xlsx/package';
import { yardstickPath, yardstickText } from './yardstick';

export interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export function sampleFiles(): SampleFile[] {
  const text = new TextEncoder();
  return [
    { path: 'assets/samples/ai-deals.xlsx', bytes: workbookBytes(aiDealsBook()) },
    { path: 'assets/samples/dot-com.xlsx', bytes: workbookBytes(dotComBook()) },
    { path: 'assets/samples/template.xlsx', bytes: workbookBytes(templateBook()) },
    { path: yardstickPath, bytes: text.encode(yardstickText()) },
    { path: 'src/app/sample/ai-deals.json', bytes: text.encode(paneSample(aiDealsBook())) },
    ...embeddedCases().flatMap(({ id, csvDeals, csvFinancials }) => [
      { path: `test/fixtures/cases/${id}-deals.csv`, bytes: text.encode(csvDeals) },
      { path: `test/fixtures/cases/${id}-financials.csv`, bytes: text.encode(csvFinancials) },
    ]),
  ];
}
