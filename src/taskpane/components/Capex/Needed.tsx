/** The revenue there is against the revenue that the capex needs, to one scale. */
import { Text } from '@fluentui/react-components';
import { scaleOf } from '../../../app/capexScale';
import { hasRoundTrip, sameLine, type CapexLine } from '../../../app/capexView';
import { shown } from '../../../app/state';
import { moneyFor, shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { Bar } from './Bar';
import { useCapexStyles } from './Capex.styles';
import { Figure } from './Figure';
import { useNeededStyles } from './Needed.styles';

export function Needed({ line }: { line: CapexLine }) {
  const { words } = usePane();
  const styles = useCapexStyles();
  const { pair, entry, label } = useNeededStyles();
  const analysis = useSelect(shown);
  const sheet = useSelect((state) => state.analysis);
  if (analysis === null) return null;
  const money = moneyFor(analysis);
  const text = (amount: number | null): string | null => (amount === null ? null : money.text(amount));
  const { revenue, organicRevenue, requiredRevenue, cell } = line;
  const before = sheet === null ? null : sameLine(line, sheet.capex);
  const isRound = hasRoundTrip(line);
  const wasRound = before !== null && hasRoundTrip(before);
  const scale = scaleOf([revenue, requiredRevenue], { least: 0, most: Infinity });
  const isShort = revenue !== null && requiredRevenue !== null && revenue < requiredRevenue;
  return (
    <div>
      <Text as="h2" className={styles.subheading}>
        <span>{words.needed}</span>
        <span className={styles.quiet}>{`${shownText(line.period, 24)}, ${words.unit(money.unit)}`}</span>
      </Text>
      <dl className={pair}>
        <div className={entry}>
          <dt>{words.revenue}</dt>
          <dd>
            <Figure text={text(revenue)} cell={cell} />
          </dd>
          <Bar
            value={revenue}
            organic={isRound ? organicRevenue : null}
            scale={scale}
            look={isShort ? 'check' : 'plain'}
          />
        </div>
        {(isRound || wasRound) && (
          <div className={entry}>
            <dt className={label}>{words.organic}</dt>
            <dd className={label}>
              <Figure
                text={text(organicRevenue)}
                cell={cell}
                before={before && text(before.organicRevenue)}
              />
            </dd>
          </div>
        )}
        <div className={entry}>
          <dt>{words.neededWord}</dt>
          <dd>
            <Figure text={text(requiredRevenue)} cell={cell} />
          </dd>
          <Bar value={requiredRevenue} scale={scale} look="outlined" />
        </div>
      </dl>
      <span className={styles.small}>{words.neededHelp}</span>
    </div>
  );
}
