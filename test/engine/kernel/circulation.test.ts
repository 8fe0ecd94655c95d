import { certificateFault } from '../../../src/engine/kernel/certificate';
import { maximumCirculation } from '../../../src/engine/kernel/circulation';
import { vectors } from '../../fixtures/vectors';

describe('the published vectors', () => {
  it('are all there', () => {
    expect(vectors.map((vector) => vector.id)).toHaveLength(12);
  });

  it.each(vectors.map((vector) => [vector.id, vector.title, vector] as const))(
    '%s %s',
    (_id, _title, vector) => {
      const { graph, expected } = vector;
      const circulation = maximumCirculation(graph);
      const total = graph.amount.reduce((sum, amount) => sum + amount, 0);
      expect(certificateFault(graph, circulation)).toBeNull();
      expect(total).toBe(expected.total);
      expect(circulation.amount).toBe(expected.circulation);
      expect(circulation.amount / total).toBe(expected.share);
      const [above, below] = expected.share_fraction;
      expect(BigInt(circulation.amount) * BigInt(below)).toBe(BigInt(total) * BigInt(above));
    },
  );
});
