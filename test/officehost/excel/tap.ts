/** Sizes of what passes between office.js and the host. */
import type { OfficeHost } from '../../../src/workbench/officehost/core/host';

export interface Passed {
  /** UTF-8 bytes. */
  readonly request: number;
  /** 0 where the host refused. */
  answer: number;
  /** Cells of the largest range. */
  readonly cells: number;
  readonly body: string;
}

/** Listens to requests until the function that comes back is called. */
export function tap(host: OfficeHost): { readonly passed: Passed[]; readonly close: () => void } {
  const passed: Passed[] = [];
  const through = host.richApi.bind(host);
  host.richApi = (body, flags, answered) => {
    const one: Passed = { request: Buffer.byteLength(body), answer: 0, cells: cellsIn(body), body };
    passed.push(one);
    through(body, flags, (answer) => {
      one.answer = answer.body === null ? 0 : Buffer.byteLength(answer.body);
      answered(answer);
    });
  };
  return {
    passed,
    close: () => {
      host.richApi = through;
    },
  };
}

/** All cells of ranges that a request reaches by their indexes. */
function cellsIn(body: string): number {
  const { ObjectPaths } = JSON.parse(body) as {
    ObjectPaths: Record<string, { Name: string; ArgumentInfo?: { Arguments?: number[] } }>;
  };
  let cells = 0;
  for (const { Name, ArgumentInfo } of Object.values(ObjectPaths)) {
    if (Name !== 'GetRangeByIndexes') continue;
    const [, , rows, columns] = ArgumentInfo?.Arguments ?? [];
    cells += rows * columns;
  }
  return cells;
}
