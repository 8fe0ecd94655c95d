/** Circularity on three bases, the range when deals close with their probability, and mixing. */
import { visible } from '../visible';
import { count, percent } from './numbers';
import type { Page } from './page';
import { margin, paragraph, title } from './page';
import { table } from './table';

const bases = ['headline', 'expected', 'firm'] as const;
const meaning = {
  headline: 'face amounts',
  expected: 'weighted by probability or status',
  firm: 'signed and closed only',
};

export function circularity(page: Page): string[] {
  const { analysis, money } = page;
  const lines = [
    ...title(page, 'Circularity: how much of the money can go round'),
    ...table(
      [
        { head: 'basis', align: 'left' },
        { head: 'share', align: 'right' },
        { head: 'can go round', unit: money.unit, align: 'point' },
        { head: 'of all', unit: money.unit, align: 'point' },
        { head: '', align: 'left', least: 10, drop: 1 },
      ],
      bases.map((basis) => {
        const { share, amount, gross } = analysis.circularity[basis];
        return [basis, percent(share), money.text(amount), money.text(gross), meaning[basis]];
      }),
      {
        width: page.width,
        indent: margin,
        paint: page.paint,
        style: (row) => (bases[row] === analysis.input.basis ? 'accent' : null),
      },
    ),
  ];
  const { closing, mixing } = analysis;
  if (closing !== null) {
    const { mean, p5, p50, p95, draws, seed } = closing;
    const range =
      p5 === p95
        ? `${percent(p50)} in nine draws of ten`
        : `${percent(p5)} to ${percent(p95)} in nine draws of ten, ${percent(p50)} in the middle`;
    const text = `If each deal closes with its probability: ${percent(mean)} on average, ${range} (${count(draws, 'draw')}, seed ${seed}). The share on expected amounts is not this average.`;
    lines.push(...paragraph(page, text));
  }
  const mixed =
    mixing.share === null
      ? 'Mixing (Finn cycling index): not known.'
      : `Mixing (Finn cycling index): ${percent(mixing.share)} comes back if every party spends its money in proportion.`;
  lines.push(...paragraph(page, `${mixed} ${visible(mixing.reason)}`.trimEnd()));
  return lines;
}
