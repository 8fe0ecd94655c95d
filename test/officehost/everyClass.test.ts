/** @jest-environment node */
import fc from 'fast-check';
import { OfficeHost } from '../../src/workbench/officehost/core/host';
import { meta } from '../../src/workbench/officehost/meta/meta';
import { MemoryWorkbook } from '../../src/workbench/memoryWorkbook';
import type { WireResponse } from '../../src/workbench/officehost/core/wire';

/** Sends a body and gives the response; a transport status fails the test. */
function ask(host: OfficeHost, body: unknown): WireResponse {
  let text: string | null = null;
  host.richApi(JSON.stringify(body), 0, (answer) => {
    text = answer.body;
  });
  if (text === null) throw new Error('The host gave no answer at once.');
  return JSON.parse(text) as WireResponse;
}

/** Every way down from the workbook through properties that hold objects, without going round. */
function waysDown(): string[][] {
  const ways: string[][] = [];
  const open: { type: string; way: string[]; seen: string[] }[] = [{ type: 'Workbook', way: [], seen: [] }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const [name, type] of Object.entries(meta.types[at.type].children)) {
      if (at.seen.includes(type) || meta.types[type] === undefined) continue;
      const way = [...at.way, name];
      ways.push(way);
      open.push({ type, way, seen: [...at.seen, type] });
    }
  }
  return ways;
}

describe('every class below the workbook', () => {
  it('answers for all its properties', () => {
    const host = new OfficeHost({ model: new MemoryWorkbook() });
    const ways = waysDown();
    expect(ways.length).toBeGreaterThan(25);
    for (const way of ways) {
      const paths: Record<string, object> = { 1: { Id: 1, ObjectPathType: 1, Name: '' } };
      way.forEach((name, index) => {
        paths[index + 2] = { Id: index + 2, ObjectPathType: 4, Name: name, ParentObjectPathId: index + 1 };
      });
      const action = { Id: 99, ActionType: 2, Name: '', ObjectPathId: way.length + 1, QueryInfo: {} };
      const response = ask(host, { Actions: [action], ObjectPaths: paths });
      expect({ way, error: response.Error }).toEqual({ way, error: undefined });
    }
    expect(host.notImplemented).toEqual([]);
  });
});

describe('how cells look', () => {
  it('is told to the workbook that shows it, cell by cell of the sheet', () => {
    const told: unknown[] = [];
    class Shown extends MemoryWorkbook {
      format(_sheet: string, area: object, path: string, value: unknown): void {
        told.push([area, path, value]);
      }
    }
    const response = ask(new OfficeHost({ model: new Shown() }), {
      Actions: [
        {
          Id: 1,
          ActionType: 4,
          Name: 'Color',
          ObjectPathId: 6,
          ArgumentInfo: { Arguments: ['#ffcc00'] },
        },
        { Id: 2, ActionType: 3, Name: 'Clear', ObjectPathId: 6, ArgumentInfo: { Arguments: [] } },
      ],
      ObjectPaths: {
        1: { Id: 1, ObjectPathType: 1, Name: '' },
        2: { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
        3: { Id: 3, ObjectPathType: 3, Name: 'GetActiveWorksheet', ParentObjectPathId: 2 },
        4: {
          Id: 4,
          ObjectPathType: 3,
          Name: 'GetRange',
          ParentObjectPathId: 3,
          ArgumentInfo: { Arguments: ['B2'] },
        },
        5: { Id: 5, ObjectPathType: 4, Name: 'Format', ParentObjectPathId: 4 },
        6: { Id: 6, ObjectPathType: 4, Name: 'Fill', ParentObjectPathId: 5 },
      },
    });
    expect(response.Error).toBeUndefined();
    const cell = { top: 1, left: 1, bottom: 1, right: 1 };
    expect(told).toEqual([
      [cell, 'Format/Fill/Color', '#FFCC00'],
      [cell, 'Format/Fill', null],
    ]);
  });
});

describe('a body that nobody expects', () => {
  it('is refused when it is no request at all', () => {
    const host = new OfficeHost({ model: new MemoryWorkbook() });
    for (const body of ['', '{', 'null', '[]', '{"Actions":5,"ObjectPaths":{}}']) {
      const statuses: number[] = [];
      host.richApi(body, 0, ({ status }) => statuses.push(status));
      expect(statuses).toEqual([5001]);
    }
  });

  it('is answered with an error of Excel and never with an exception', () => {
    const host = new OfficeHost({ model: new MemoryWorkbook() });
    const names = fc.constantFrom(
      'Worksheets',
      'GetRange',
      '__proto__',
      'constructor',
      'toString',
      'Delete',
      '',
    );
    const path = fc.record({
      ObjectPathType: fc.integer({ min: 0, max: 9 }),
      Name: names,
      ParentObjectPathId: fc.integer({ min: 1, max: 4 }),
      ArgumentInfo: fc.record({ Arguments: fc.array(fc.anything({ maxDepth: 1 }), { maxLength: 3 }) }),
    });
    const action = fc.record({
      Id: fc.nat(9),
      ActionType: fc.integer({ min: 0, max: 10 }),
      Name: names,
      ObjectPathId: fc.integer({ min: 1, max: 4 }),
      QueryInfo: fc.record({ Select: fc.array(names) }),
    });
    fc.assert(
      fc.property(fc.array(path, { maxLength: 3 }), fc.array(action, { maxLength: 4 }), (paths, actions) => {
        const all: Record<string, object> = { 1: { Id: 1, ObjectPathType: 1, Name: '' } };
        paths.forEach((one, index) => {
          all[index + 2] = { ...one, Id: index + 2 };
        });
        const response = ask(host, { Actions: actions, ObjectPaths: all });
        expect(typeof (response.Error?.Code ?? '')).toBe('string');
        expect(response.Results ?? response.ProcessedResults?.Results).toBeDefined();
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
