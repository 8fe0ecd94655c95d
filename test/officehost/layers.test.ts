/** @jest-environment node */
import fc from 'fast-check';
import { CellLayers, mixed } from '../../src/workbench/officehost/core/layers';
import type { Area } from '../../src/engine/index';

const size = 6;

const areas = fc
  .tuple(fc.nat(size - 1), fc.nat(size - 1), fc.nat(size - 1), fc.nat(size - 1))
  .map(([a, b, c, d]): Area => ({
    top: Math.min(a, b),
    bottom: Math.max(a, b),
    left: Math.min(c, d),
    right: Math.max(c, d),
  }));

/** A step: paint with a colour, or clear (null). */
const steps = fc.array(fc.tuple(areas, fc.option(fc.nat(2))), { maxLength: 12 });

/** The obvious way: every cell has its own colour. */
class Painted {
  private readonly cells = new Map<string, number>();

  paint(area: Area, color: number | null): void {
    this.each(area, (key) => {
      if (color === null) this.cells.delete(key);
      else this.cells.set(key, color);
    });
  }

  look(area: Area, otherwise: number): unknown {
    const seen = new Set<number>();
    this.each(area, (key) => seen.add(this.cells.get(key) ?? otherwise));
    return seen.size === 1 ? [...seen][0] : mixed;
  }

  private each(area: Area, visit: (key: string) => void): void {
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) visit(`${String(row)},${String(column)}`);
  }
}

describe('properties of cells kept by rectangle', () => {
  it('read as if each cell had its own', () => {
    fc.assert(
      fc.property(steps, areas, fc.nat(2), (painted, asked, otherwise) => {
        const layers = new CellLayers();
        const oracle = new Painted();
        for (const [area, color] of painted) {
          if (color === null) layers.clear('s', area);
          else layers.set('s', 'color', area, color);
          oracle.paint(area, color);
        }
        expect(layers.get('s', 'color', asked, otherwise)).toBe(oracle.look(asked, otherwise));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('belong to one sheet and one property', () => {
    const layers = new CellLayers();
    const cell = { top: 0, left: 0, bottom: 0, right: 0 };
    layers.set('one', 'Format/Fill/Color', cell, 'red');
    expect(layers.get('two', 'Format/Fill/Color', cell, 'none')).toBe('none');
    layers.clear('one', cell, 'DataValidation');
    expect(layers.get('one', 'Format/Fill/Color', cell, 'none')).toBe('red');
  });
});
