/** What the last change of the sheet did to the score. */
import { Text } from '@fluentui/react-components';
import type { Analysis } from '../../../engine/index';
import { driverValue, moneyFor, percent, points } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import type { PaneWords } from '../../../locales/words';
import { useChangesStyles } from './Changes.styles';

export function Changes() {
  const { words } = usePane();
  const styles = useChangesStyles();
  const before = useSelect((state) => state.before);
  const analysis = useSelect((state) => state.analysis);
  if (before === null || analysis === null) return null;
  const changes = changesBetween(before, analysis, words);
  return (
    <section className={styles.changes} aria-live="polite">
      <Text as="h2" className={styles.heading}>
        {words.sinceBefore}
      </Text>
      <ul className={styles.list}>
        {before.score.overall === analysis.score.overall && <li>{words.unchanged}</li>}
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </section>
  );
}

/** Score, circulating amount, share and the points of drivers, where they are not what they were. */
function changesBetween(before: Analysis, after: Analysis, words: PaneWords): string[] {
  const changes: string[] = [];
  const say = (name: string, from: string, to: string): void => {
    if (from !== to) changes.push(words.changedBy(name, from, to));
  };
  say(words.score, points(before.score.overall), points(after.score.overall));
  const round = (analysis: Analysis): string => {
    const { share, amount } = analysis.circularity[analysis.input.basis];
    const money = moneyFor(analysis);
    return `${percent(share)} (${money.text(amount)}${money.suffix})`;
  };
  say(words.goesRound, round(before), round(after));
  for (const driver of after.score.drivers) {
    const old = before.score.drivers.find(({ id }) => id === driver.id);
    const value = driverValue(driver);
    if (old !== undefined && old.points !== driver.points)
      say(words.driver(driver, value).label, points(old.points), points(driver.points));
  }
  return changes;
}
