/**
 * The drivers as a waterfall: each bar begins where the one before ended, and the last ends at the score. A driver
 * opens to what it rests on, down to the cells.
 */
import { Text } from '@fluentui/react-components';
import type { DriverReport } from '../../../engine/index';
import { shown } from '../../../app/state';
import { driverValue, mostPoints, points } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { CellLink } from '../CellLink/CellLink';
import { useWaterfallStyles } from './Waterfall.styles';

export function Waterfall() {
  const { words } = usePane();
  const styles = useWaterfallStyles();
  const score = useSelect((state) => shown(state)?.score);
  if (score === undefined) return null;
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
          return <Driver key={driver.id} driver={driver} from={from} />;
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

function Driver({ driver, from }: { driver: DriverReport; from: number }) {
  const { words } = usePane();
  const styles = useWaterfallStyles();
  const value = driverValue(driver);
  const { label, evidence } = words.driver(driver, value);
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
        <div className={styles.why}>
          <Text as="p" className={styles.whyText}>
            {evidence}
          </Text>
          {driver.cells.length > 0 && (
            <div className={styles.cells}>
              {driver.cells.map((cell) => (
                <CellLink key={cell} cell={cell} />
              ))}
            </div>
          )}
        </div>
      </details>
    </li>
  );
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
