/** Who loses how much revenue when funding is cut: directly, and because customers' customers fall short. */
import { Text } from '@fluentui/react-components';
import { shown } from '../../../app/state';
import { moneyFor, percent, shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { useWhatIfStyles } from './WhatIf.styles';

/** Parties listed; those who lose most. */
const most = 8;

export function Losses() {
  const { words } = usePane();
  const styles = useWhatIfStyles();
  const cut = useSelect((state) => state.scenario.fundingCut);
  const analysis = useSelect(shown);
  const stress = analysis?.stress ?? null;
  // Until the cut is computed the losses on hand are those of another one.
  if (cut === 0 || analysis === null || stress === null || stress.cut !== cut) return null;
  const money = moneyFor(analysis);
  const losers = stress.parties.filter(({ lost }) => lost > 0).slice(0, most);
  if (losers.length === 0) return null;
  return (
    <section>
      <Text as="h2" className={styles.heading}>
        {words.losesRevenue}
      </Text>
      <Text as="p" className={styles.lead}>
        {words.lossesHelp}
      </Text>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.company}</th>
            <th scope="col" className={styles.number}>
              {words.lost}, {words.unit(money.unit)}
            </th>
            <th scope="col" className={styles.number}>
              {words.knockOn}
            </th>
          </tr>
        </thead>
        <tbody>
          {losers.map(({ party, lost, knockOn, revenue }) => (
            <tr key={party}>
              <th scope="row">{shownText(party, 24)}</th>
              <td className={styles.number}>
                {money.text(lost)} ({percent(revenue === 0 ? null : lost / revenue)})
              </td>
              <td className={styles.number}>{money.text(knockOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
