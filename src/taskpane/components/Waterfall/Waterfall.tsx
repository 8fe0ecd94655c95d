/**
 * The drivers as a waterfall: each bar begins where the one before ended, and the last ends at the score. A driver
 * opens to what it rests on, down to the cells.
 */
import { Text } from '@fluentui/react-components';
import type { Analysis, DriverReport } from '../../../engine/index';
import { shown } from '../../../app/state';
import { driverValue, mostPoints, points, shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { DriverDetails } from './DriverDetails';
import { useWaterfallStyles } from './Waterfall.styles';

export function Waterfall() {
  const { words } = usePane();
  const styles = useWaterfallStyles();
  const analysis = useSelect(shown);
  if (analysis === null) return null;
  const { score } = analysis;
  let sum = 0;
  return (
    <section>
      <Text as="h2" className={styles.heading}>
        {words.howScoreAddsUp}
      </Text>
      <ol className={styles.drivers} aria-label={words.waterfallTable}>
        {score.drivers.map((driver) => {
          const from = sum;
          sum += driver.points;
          return <Driver key={driver.id} driver={driver} from={from} analysis={analysis} />;
        })}
        <li className={styles.total}>
          <span>{words.total}</span>
          <span className={styles.number}>{points(score.overall)}</span>
          <Bar from={0} points={score.overall} weight={score.overall} isTotal />
        </li>
      </ol>
      <Text as="p" className={styles.evidence}>
        {words.evidence(score.evidence.used, score.evidence.of)}
      </Text>
    </section>
  );
}

interface DriverProps {
  readonly driver: DriverReport;
  readonly from: number;
  readonly analysis: Analysis;
}

function Driver({ driver, from, analysis }: DriverProps) {
  const { words } = usePane();
  const styles = useWaterfallStyles();
  const value = driverValue(driver);
  const { label, evidence } = words.driver(harmless(driver), value);
  return (
    <li>
      <details className={styles.driver}>
        <summary className={styles.summary}>
          <span className={styles.label}>
            {label}
            {value !== '' && <span className={styles.value}> {value}</span>}
          </span>
          <span className={styles.number}>
            {driver.value === null ? words.noData : words.points(points(driver.points), mostPoints(driver))}
          </span>
          <Bar from={from} points={driver.points} weight={driver.weight} />
        </summary>
        <DriverDetails driver={driver} evidence={evidence} analysis={analysis} />
      </details>
    </li>
  );
}

/** The sentence names parties as the sheet does. */
function harmless(driver: DriverReport): DriverReport {
  const party = (name: string): string => shownText(name, 40);
  return {
    ...driver,
    evidence: shownText(driver.evidence, 600),
    terms: driver.terms.map((term) => ({
      ...term,
      party: party(term.party),
      period: term.period === null ? null : party(term.period),
    })),
    leftOut: { ...driver.leftOut, parties: driver.leftOut.parties.map(party) },
  };
}

interface BarProps {
  readonly from: number;
  readonly points: number;
  readonly weight: number;
  readonly isTotal?: boolean;
}

function Bar({ from, points: width, weight, isTotal = false }: BarProps) {
  const styles = useWaterfallStyles();
  return (
    <span className={styles.track} aria-hidden="true">
      <span className={styles.room} style={{ left: `${from}%`, width: `${Math.min(weight, 100 - from)}%` }} />
      <span
        className={isTotal ? styles.totalBar : styles.bar}
        style={{ left: `${from}%`, width: `${width}%` }}
      />
    </span>
  );
}
