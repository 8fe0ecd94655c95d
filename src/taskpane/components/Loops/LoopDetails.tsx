/** One loop, leg by leg, with what flags it and the cells behind both. */
import { Badge, Text } from '@fluentui/react-components';
import type { Analysis, LoopReport } from '../../../engine/index';
import { grouped, moneyFor, shownText } from '../../context/figures';
import { usePane } from '../../context/usePane';
import { CellLink } from '../CellLink/CellLink';
import { useLoopsStyles } from './Loops.styles';

export function LoopDetails({ loop, analysis }: { loop: LoopReport; analysis: Analysis }) {
  const { words } = usePane();
  const styles = useLoopsStyles();
  const money = moneyFor(analysis);
  return (
    <section>
      <Text as="h2" className={styles.heading}>
        {words.loopTitle(loop.rank)}: {money.text(loop.amount)}
        {money.suffix}
      </Text>
      <Text as="p" className={styles.note}>
        {words.loopAmount}
        {loop.months !== null && ` · ${words.months(grouped(loop.months, 0))}`}
      </Text>
      <table className={styles.legs}>
        <thead>
          <tr>
            <th scope="col">{words.legs}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col" className={styles.number}>
              {words.unit(money.unit)}
            </th>
          </tr>
        </thead>
        <tbody>
          {loop.legs.map((leg) => (
            <tr key={leg.cell} className={leg.amount === loop.amount ? styles.smallest : undefined}>
              <td>
                {shownText(leg.from, 28)} → {shownText(leg.to, 28)}
              </td>
              <td>{words.classes[leg.class]}</td>
              <td className={styles.number}>
                <CellLink cell={leg.cell}>{money.text(leg.amount)}</CellLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {loop.flagEvidence.length > 0 && (
        <ul className={styles.flags}>
          {loop.flagEvidence.map(({ flag, cell, note }) => (
            <li key={`${flag} ${cell}`}>
              <Badge appearance="tint" color="warning" size="small">
                {words.flags[flag]}
              </Badge>{' '}
              <CellLink cell={cell} /> <span className={styles.note}>{shownText(note, 160)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
