import { introspect, type OfficePage } from '../../scripts/officeMeta/introspect';
import { generated as meta } from '../../src/workbench/officehost/meta/meta';
import { version } from '@microsoft/office-js/package.json';
import { requirementSets } from '../../src/workbench/officehost/core/requirementSets';
import { openPage } from './page';

describe('the classes of office.js', () => {
  it('are those of the pinned package (npx tsx scripts/officeMeta.ts)', async () => {
    await openPage({ requirementSets: { ...requirementSets, ExcelApiOnline: '99.0' } });
    const globals: unknown = window;
    const found = introspect(globals as OfficePage, version);
    expect(Object.keys(found.types)).toHaveLength(188);
    expect(found).toEqual(meta);
  });

  it('have wire names that are the names of the client with a capital letter, but for three setters', () => {
    const aliases = Object.entries(meta.types).flatMap(([type, { aliases: of }]) =>
      Object.entries(of).map(([set, read]) => `${type}: ${set} sets ${read}`),
    );
    expect(aliases.sort()).toEqual([
      'Style: Orientation sets TextOrientation',
      'Worksheet: Gridlines sets ShowGridlines',
      'Worksheet: Headings sets ShowHeadings',
    ]);
  });
});
