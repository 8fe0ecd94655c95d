/** What a driver rests on: the sentence, whose amounts, which values bring which points, and the cells. */
import { Text } from '@fluentui/react-components';
import type { Analysis, DriverReport } from '../../../engine/index';
import type { PaneWords } from '../../../locales/words';
import { moneyFor, percent, points, shownText, threshold } from '../../context/figures';
import { usePane } from '../../context/usePane';
import { CellLinks } from '../CellLink/CellLinks';
import { useWaterfallStyles } from './Waterfall.styles';

interface DriverDetailsProps {
  readonly driver: DriverReport;
  readonly evidence: string;
  readonly analysis: Analysis;
}

export function DriverDetails({ driver, evidence, analysis }: DriverDetailsProps) {
  const { words } = usePane();
  const styles = useWaterfallStyles();
  const lines = [amountsOf(driver, analysis, words), thresholdsOf(driver, words)].filter(
    (line) => line !== '',
  );
  return (
    <div className={styles.why}>
      <Text as="p" className={styles.whyText}>
        {evidence}
      </Text>
      {lines.map((line) => (
        <Text as="p" key={line} className={styles.whyNumbers}>
          {line}
        </Text>
      ))}
      <div className={styles.cells}>
        <CellLinks cells={driver.cells} count={driver.cellCount} />
      </div>
    </div>
  );
}

/** Parties of a mean that are named one by one: the rest is counted. */
const mostTerms = 3;

/** '54.3 of 215.9 USD bn'; of a mean over several, each: 'Nvidia 54.3 of 215.9, Google 43.0 of 402.8 and 4 others, USD bn'. */
function amountsOf(driver: DriverReport, analysis: Analysis, words: PaneWords): string {
  const money = moneyFor(analysis);
  const { part, whole, terms, termCount, unit } = driver;
  if (part !== null && whole !== null) {
    const of = unit === 'share' ? words.partOf : (a: string, b: string) => `${a} / ${b}`;
    return `${of(money.text(part), money.text(whole))}${money.suffix}`;
  }
  if (terms.length === 0) return '';
  const named = terms
    .slice(0, mostTerms)
    .map((term) => words.termOf(shownText(term.party, 30), money.text(term.part), money.text(term.whole)))
    .join(', ');
  const rest = termCount > mostTerms ? ` ${words.andOthers(termCount - mostTerms)}` : '';
  return `${named}${rest}${money.suffix === '' ? '' : `,${money.suffix}`}`;
}

/** The ends of the scale, and the two corners that the value lies between. */
function thresholdsOf({ thresholds, value, unit, scale }: DriverReport, words: PaneWords): string {
  if (value === null || thresholds.length < 2) return '';
  const next = thresholds.findIndex((corner) => corner.value >= value);
  const corners = thresholds
    .filter((_, at) => at === 0 || at === thresholds.length - 1 || at === next || at === next - 1)
    .map((corner) => ({ value: threshold(corner.value, unit), points: points(corner.points) }));
  const line = words.thresholds(corners);
  return scale < 1 && value > 0 ? `${line}. ${words.scaledTo(percent(scale))}` : line;
}
