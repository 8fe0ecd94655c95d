/**
 * Properties of cells that are set by rectangle (fills, fonts, borders, validation): kept as layers, newest on top.
 *
 * Reading a rectangle cuts the layers out of it from the top until nothing of it is uncovered:
 * O(layers x pieces), where a layer that a newer one covers whole is dropped, so that repeated painting does not pile up.
 */
import type { Area } from '../../../engine/index';
import { isWithin, meets } from '../../../workbook/areas';

interface Layer {
  readonly area: Area;
  readonly value: unknown;
}

/** Several values under one rectangle: Excel answers null. */
export const mixed = Symbol('mixed');

export class CellLayers {
  /** sheet id + '/' + property path -> layers, oldest first. */
  private readonly layers = new Map<string, Layer[]>();

  set(sheet: string, path: string, area: Area, value: unknown): void {
    const key = `${sheet}/${path}`;
    const kept = (this.layers.get(key) ?? []).filter((layer) => !isWithin(layer.area, area));
    kept.push({ area, value });
    this.layers.set(key, kept);
  }

  /** The value that the whole rectangle has; `mixed` when there are several; `otherwise` where nothing is set. */
  get(sheet: string, path: string, area: Area, otherwise: unknown): unknown {
    const layers = this.layers.get(`${sheet}/${path}`) ?? [];
    let open = [area];
    let found: { readonly value: unknown } | null = null;
    for (let index = layers.length - 1; index >= 0 && open.length > 0; index--) {
      const layer = layers[index];
      const left: Area[] = [];
      let hit = false;
      for (const piece of open) {
        if (!meets(piece, layer.area)) left.push(piece);
        else {
          hit = true;
          cut(piece, layer.area, left);
        }
      }
      if (!hit) continue;
      if (found !== null && !same(found.value, layer.value)) return mixed;
      found = { value: layer.value };
      open = left;
    }
    if (found === null) return otherwise;
    return open.length > 0 && !same(found.value, otherwise) ? mixed : found.value;
  }

  /** Layers go along with the cells of a sheet; null: their cells are gone. */
  move(sheet: string, moved: (area: Area) => Area | null): void {
    for (const [key, layers] of this.layers) {
      if (!key.startsWith(`${sheet}/`)) continue;
      const kept = layers.flatMap(({ area, value }) => {
        const to = moved(area);
        return to === null ? [] : [{ area: to, value }];
      });
      this.layers.set(key, kept);
    }
  }

  /** Takes everything off a rectangle, or only the paths that begin with `path`. */
  clear(sheet: string, area: Area, path = ''): void {
    for (const [key, layers] of this.layers) {
      if (!key.startsWith(`${sheet}/${path}`)) continue;
      const kept: Layer[] = [];
      for (const layer of layers) {
        if (!meets(layer.area, area)) kept.push(layer);
        else {
          const pieces: Area[] = [];
          cut(layer.area, area, pieces);
          for (const piece of pieces) kept.push({ area: piece, value: layer.value });
        }
      }
      this.layers.set(key, kept);
    }
  }
}

/** Appends to `pieces` what remains of an area without a hole: up to four rectangles. */
function cut(area: Area, hole: Area, pieces: Area[]): void {
  const top = Math.max(area.top, hole.top);
  const bottom = Math.min(area.bottom, hole.bottom);
  if (area.top < top) pieces.push({ ...area, bottom: top - 1 });
  if (area.bottom > bottom) pieces.push({ ...area, top: bottom + 1 });
  if (area.left < hole.left) pieces.push({ top, bottom, left: area.left, right: hole.left - 1 });
  if (area.right > hole.right) pieces.push({ top, bottom, left: hole.right + 1, right: area.right });
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
