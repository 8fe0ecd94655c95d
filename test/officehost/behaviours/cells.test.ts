import { registerFunctions } from '../../../src/workbench/officehost/functionBridge';
import { area } from '../../workbench/modelContract';
import { answered, circularity, deals, dealSheet, metadata, openProduct, type Product } from './product';

describe('cells that a function is given', () => {
  let page: Product;
  beforeAll(async () => {
    page = await openProduct();
  });

  it('an error in the amounts is #VALUE! with a sentence that names the cell', async () => {
    const { id, name } = dealSheet(page);
    page.model.type(id, area('C3'), [['=1/0']]);
    expect(await answered(page, id, 'F1', '=DEAL.CIRCULARITY(A1:C4)')).toMatchObject({
      error: expect.stringMatching(/^#(VALUE!|N\/A)$/),
    });
    expect(page.model.messageAt(id, 0, 5)).toContain(`'${name}'!C3`);
    page.model.type(id, area('C3'), [[300]]);
    await page.model.settled();
    expect(page.model.value(id, 0, 5)).toBeCloseTo(circularity, 12);
  });

  it('an error beside the deals does not matter', async () => {
    const { id } = dealSheet(page, [[...deals[0], 'Note'], ...deals.slice(1).map((row) => [...row, '#N/A'])]);
    expect(await answered(page, id, 'F1', '=DEAL.CIRCULARITY(A1:D4)')).toBeCloseTo(circularity, 12);
  });

  it.each([0, null, ''] as const)('blank cells and rows that come as %p count as blank', async (blank) => {
    registerFunctions(page.host, page.model, 'OTHER', metadata, { blank });
    const rows = deals.map((row, index) => [...row, index === 0 ? 'Date' : null]);
    const { id } = dealSheet(page, [...rows, [null, null, null, null], [null, null, null, null]]);
    expect(await answered(page, id, 'F1', '=OTHER.CIRCULARITY(A1:D6)')).toBeCloseTo(circularity, 12);
    const top = await answered(page, id, 'F3', '=OTHER.PARTIES(A1:D6)');
    expect(typeof top).toBe('string');
    // A heading and three parties; no party called 0.
    expect(page.model.values(id, area('F4:F7')).map(([party]) => party)).toEqual(
      expect.arrayContaining(['Nvidia', 'OpenAI', 'Oracle', null]),
    );
  });

  it('a whole column is read as far as there are values', async () => {
    const { id } = dealSheet(page);
    expect(await answered(page, id, 'F1', '=DEAL.CIRCULARITY(A:C)')).toBeCloseTo(circularity, 12);
  });

  it('an answer of several rows says #SPILL! where it has no room, and comes without being asked again', async () => {
    const { id } = dealSheet(page);
    page.model.type(id, area('F3'), [['in the way']]);
    expect(await answered(page, id, 'F1', '=DEAL.PARTIES(A1:C4)')).toEqual({ error: '#SPILL!' });
    const asked = page.host.functions.asked;
    page.model.type(id, area('F3'), [[null]]);
    await page.model.settled();
    expect(page.model.value(id, 2, 5)).not.toBeNull();
    expect(page.host.functions.asked).toBe(asked);
  });
});
