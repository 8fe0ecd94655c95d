import { events } from './contract/events';
import { failures } from './contract/failures';
import { functions } from './contract/functions';
import { hiding } from './contract/hiding';
import { objects } from './contract/objects';
import type { ContractPage } from './contract/page';
import { ranges } from './contract/ranges';
import { shell } from './contract/shell';
import { shown } from './contract/shown';
import { structure } from './contract/structure';
import { openPage } from './page';

describe('the contract, in the page (window.external)', () => {
  let page: ContractPage | null = null;
  const opened = (): ContractPage => {
    if (page === null) throw new Error('The page is not open yet.');
    return page;
  };

  beforeAll(async () => {
    const { host, model } = await openPage();
    page = { Excel, Office, OfficeExtension, CustomFunctions, host, model };
    await host.functions.untilReady();
  });

  for (const part of [ranges, objects, events, failures, hiding, functions, shell, structure, shown])
    part(opened);

  it('nothing was asked that the host does not know', () => {
    expect(opened().host.notImplemented).toEqual([]);
  });
});
