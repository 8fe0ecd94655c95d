/** @jest-environment node */
import fc from 'fast-check';
import type { Area } from '../../src/engine/index';
import { withSheetRenamed, withTableRenamed } from '../../src/workbench/formulas/following';
import { fromR1C1, toR1C1 } from '../../src/workbench/formulas/r1c1';
import { shiftedArea, shiftedFormula, type Direction } from '../../src/workbench/formulas/shift';
import { tokensOf } from '../../src/workbench/formulas/tokens';

const size = 8;
const areas = fc
  .tuple(fc.nat(size - 1), fc.nat(size - 1), fc.nat(size - 1), fc.nat(size - 1))
  .map(([a, b, c, d]): Area => ({
    top: Math.min(a, b),
    bottom: Math.max(a, b),
    left: Math.min(c, d),
    right: Math.max(c, d),
  }));
const directions = fc.constantFrom<Direction>('down', 'right', 'up', 'left');

/** The obvious way for one cell: where it goes, or null when it is deleted. */
function movedCell(
  row: number,
  column: number,
  area: Area,
  direction: Direction,
): readonly [number, number] | null {
  const isAcross = direction === 'right' || direction === 'left';
  const inBand = isAcross
    ? row >= area.top && row <= area.bottom
    : column >= area.left && column <= area.right;
  if (!inBand) return [row, column];
  const [at, from, to] = isAcross ? [column, area.left, area.right] : [row, area.top, area.bottom];
  if (at < from) return [row, column];
  const isInsert = direction === 'down' || direction === 'right';
  if (!isInsert && at <= to) return null;
  const by = (isInsert ? 1 : -1) * (to - from + 1);
  return isAcross ? [row, column + by] : [row + by, column];
}

describe('cells that are inserted and deleted', () => {
  it('move a rectangle as they move each of its cells', () => {
    fc.assert(
      fc.property(areas, areas, directions, (area, hole, direction) => {
        const isAcross = direction === 'right' || direction === 'left';
        const isWithin = isAcross
          ? area.top >= hole.top && area.bottom <= hole.bottom
          : area.left >= hole.left && area.right <= hole.right;
        const moved = shiftedArea(area, { area: hole, direction });
        if (!isWithin) {
          expect(moved).toEqual(area);
          return;
        }
        const cells: (readonly [number, number])[] = [];
        for (let row = area.top; row <= area.bottom; row++)
          for (let column = area.left; column <= area.right; column++) {
            const cell = movedCell(row, column, hole, direction);
            if (cell !== null) cells.push(cell);
          }
        if (cells.length === 0) {
          expect(moved).toBeNull();
          return;
        }
        expect(moved).toEqual({
          top: Math.min(...cells.map(([row]) => row)),
          bottom: Math.max(...cells.map(([row]) => row)),
          left: Math.min(...cells.map(([, column]) => column)),
          right: Math.max(...cells.map(([, column]) => column)),
        });
      }),
      { seed: 5, numRuns: 1000 },
    );
  });

  it('move references, and leave texts, other sheets and whole columns alone', () => {
    const shift = { area: { top: 1, bottom: 2, left: 0, right: 16_383 }, direction: 'down' } as const;
    const own = (sheet: string | null) => sheet === null;
    expect(shiftedFormula('=SUM($A$2:B9,A1,Deals!A5,A:A)&"A5"', own, shift)).toBe(
      '=SUM($A$4:B11,A1,Deals!A5,A:A)&"A5"',
    );
    const gone = { ...shift, direction: 'up' } as const;
    expect(shiftedFormula('=A2+A5', own, gone)).toBe('=#REF!+A3');
  });
});

describe('formulas', () => {
  it.each([
    ['=DEAL.LOOPS(Deals[#All],20)', 'structured'],
    ["='It''s here'!$B$2:C9*2", 'reference'],
    ['=Deals[[#Headers],[Amount]]', 'structured'],
    ['=LOG10(A1)', 'function'],
    ['=#REF!A1+1', 'error'],
    ['=F2#', 'reference'],
    ['=2:7', 'reference'],
  ])('%s is read in pieces that join again', (formula, kind) => {
    const tokens = tokensOf(formula) ?? [];
    expect(`=${tokens.map(({ text }) => text).join('')}`).toBe(formula);
    expect(tokens.map((token) => token.kind)).toContain(kind);
  });

  it('that nobody can read are left as they are', () => {
    expect(tokensOf('="open')).toBeNull();
    expect(withSheetRenamed('="open', 'Deals', 'Ledger')).toBe('="open');
  });

  it('follow a sheet and a table that are renamed, whatever the case', () => {
    expect(withSheetRenamed('=SUM(deals!A1:B2,"deals!A1")', 'Deals', "My deals'")).toBe(
      `=SUM('My deals'''!A1:B2,"deals!A1")`,
    );
    expect(withSheetRenamed('=F(Deals!A1#)', 'Deals', null)).toBe('=F(#REF!A1)');
    expect(withTableRenamed('=SUM(Deals[Amount])+ROWS(Deals)', 'deals', 'Ledger')).toBe(
      '=SUM(Ledger[Amount])+ROWS(Ledger)',
    );
  });

  it('are written relative to their cell and back', () => {
    const formula = "=SUM($A$2:B9,A1,'It''s R1C1'!$A5)&\"R1C1\"";
    const relative = toR1C1(formula, 4, 1);
    expect(relative).toBe("=SUM(R2C1:R[4]C,R[-4]C[-1],'It''s R1C1'!RC1)&\"R1C1\"");
    expect(fromR1C1(relative, 4, 1)).toBe(formula);
    expect(fromR1C1('=R[-9]C', 4, 1)).toBeNull();
    expect(fromR1C1('=ROUND(RC[1],0)', 0, 0)).toBe('=ROUND(B1,0)');
  });
});
