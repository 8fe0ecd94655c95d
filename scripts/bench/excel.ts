/**
 * How long a workbook is read and written through the unmodified office.js, against the office host in this process:
 * `npx tsx scripts/bench/excel.ts [rows]` (100,000 by 8 unless told). What a real Excel takes for its part is not in it.
 */
import { areaAddress, type Area } from '../../src/engine/index';
import { MemoryWorkbook } from '../../src/workbench/memoryWorkbook';
import { OfficeHost } from '../../src/workbench/officehost/core/host';
import { excelWorkbook } from '../../src/workbook/excel/workbook';
import type { NewCell, Operation } from '../../src/workbook/port';
import { openOfficeWindow } from '../officeMeta/page';
import { seededRows } from './sheet';

async function main(): Promise<void> {
  const rows = Number(process.argv[2] ?? 100_000);
  const cells = seededRows('mesh', Math.ceil(rows / 10), rows - 1, 20251216) as NewCell[][];
  const area: Area = { top: 0, left: 0, bottom: rows - 1, right: cells[0].length - 1 };
  const host = new OfficeHost({ model: new MemoryWorkbook() });
  const sizes: { request: number; answer: number }[] = [];
  const through = host.richApi.bind(host);
  host.richApi = (body, flags, answered) => {
    through(body, flags, (answer) => {
      sizes.push({ request: Buffer.byteLength(body), answer: Buffer.byteLength(answer.body ?? '') });
      answered(answer);
    });
  };
  const { page, close } = await openOfficeWindow(host);
  Object.assign(globalThis, {
    Office: page.Office,
    Excel: page.Excel,
    OfficeExtension: page.OfficeExtension,
  });
  const plan: Operation[] = [{ kind: 'write', sheet: 'Sheet1', area, cells }];
  await timed(`write ${areaAddress('', area)}`, () => excelWorkbook().apply(plan));
  await timed(`read ${areaAddress('', area)}`, () => excelWorkbook().read());
  close();

  async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
    sizes.length = 0;
    const from = performance.now();
    await work();
    const milliseconds = performance.now() - from;
    const largest = (of: 'request' | 'answer'): string =>
      `${(Math.max(...sizes.map((size) => size[of])) / 1000).toFixed(0)} kB`;
    process.stdout.write(
      `${what}: ${milliseconds.toFixed(0)} ms, ${sizes.length} requests, the largest ${largest('request')}, ` +
        `the largest answer ${largest('answer')}, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`,
    );
  }
}

void main();
