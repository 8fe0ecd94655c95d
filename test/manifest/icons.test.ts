import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawings, iconFolder, iconSources } from '../../scripts/icons/drawings';
import { readPng } from './png';
import { read, readJson } from './project';

const digests = readJson<Record<string, { source: string; sha256: string }>>('assets/icons/v1/sources.json');

describe.each(drawings().map((drawing) => [drawing.name, drawing] as const))(
  '%s',
  (name, { source, size }) => {
    const png = readPng(readFileSync(join(iconSources, iconFolder, name)));

    it('has its size in pixels', () => {
      expect([png.width, png.height]).toEqual([size, size]);
    });

    it('was made from the drawing as it is now (npm run icons)', () => {
      const sha256 = createHash('sha256')
        .update(read('assets', 'icons', source))
        .digest('hex');
      expect(digests[name]).toEqual({ source, sha256 });
    });

    it('is transparent at the corners and solid where it is drawn; the logo of the store is solid throughout', () => {
      const corners = [0, size - 1].flatMap((y) => [0, size - 1].map((x) => png.alpha(x, y)));
      let solid = 0;
      for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (png.alpha(x, y) > 200) solid++;
      if (name.startsWith('logo')) {
        expect(solid).toBe(size * size);
      } else {
        expect(Math.max(...corners.slice(0, 3))).toBe(0);
        // A mark that fills less than an eighth of its square is lost beside its neighbours in the ribbon.
        expect(solid / (size * size)).toBeGreaterThan(1 / 8);
      }
    });
  },
);

describe('the folder of icons', () => {
  it('holds what is drawn, and nothing else', () => {
    const files = readdirSync(join(iconSources, iconFolder)).filter((file) => file.endsWith('.png'));
    expect(files.sort()).toEqual(
      drawings()
        .map(({ name }) => name)
        .sort(),
    );
  });

  it('has the logo in a size that the store takes', () => {
    const logo = drawings().find(({ name }) => name.startsWith('logo'));
    expect(logo?.size).toBeGreaterThanOrEqual(216);
    expect(logo?.size).toBeLessThanOrEqual(350);
  });
});
