/** One deal of the scenario: whether it takes place, in which status, and how probable it is. */
import { Input, Select, Switch } from '@fluentui/react-components';
import { statuses, withRow, withValue } from '../../../app/scenario';
import type { DealReport } from '../../../engine/index';
import { moneyFor, shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { CellLink } from '../CellLink/CellLink';
import { useWhatIfStyles } from './WhatIf.styles';

/** Pixels. */
export const dealRowHeight = 72;

export function DealRow({ deal }: { deal: DealReport }) {
  const { pane, words } = usePane();
  const styles = useWhatIfStyles();
  const scenario = useSelect((state) => state.scenario);
  const analysis = useSelect((state) => state.analysis);
  if (analysis === null) return null;
  const { row } = deal;
  const isOn = !scenario.without.has(row);
  const chance = scenario.probability.get(row);
  const [from, to] = [shownText(deal.from, 24), shownText(deal.to, 24)];
  return (
    <div className={styles.deal}>
      <Switch
        className={styles.switch}
        checked={isOn}
        aria-label={words.dealIsOn(from, to)}
        onChange={(_, { checked }) =>
          void pane.setScenario({ without: withRow(scenario.without, row, !checked) })
        }
      />
      <div className={styles.names} data-off={isOn ? undefined : ''}>
        {from} → {to}
      </div>
      <div className={styles.amount}>
        <CellLink cell={deal.cell}>{moneyFor(analysis).text(deal.amount)}</CellLink>
      </div>
      <Select
        size="small"
        className={styles.status}
        disabled={!isOn}
        aria-label={words.statusOf(from, to)}
        value={scenario.status.get(row) ?? ''}
        onChange={(_, { value }) =>
          void pane.setScenario({ status: withValue(scenario.status, row, value === '' ? null : value) })
        }
      >
        <option value="">{words.asInSheet(shownText(deal.status, 24))}</option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {words.statuses[status]}
          </option>
        ))}
      </Select>
      <Input
        size="small"
        type="number"
        min={0}
        max={100}
        step={5}
        className={styles.chance}
        disabled={!isOn}
        aria-label={words.closesWith(from, to)}
        placeholder={String(Math.round(deal.weight * 100))}
        contentAfter="%"
        value={chance === undefined ? '' : String(Math.round(chance * 1000) / 10)}
        onChange={(_, { value }) => {
          const stated = value === '' ? null : Math.min(100, Math.max(0, Number(value))) / 100;
          void pane.setScenario({ probability: withValue(scenario.probability, row, stated) });
        }}
      />
    </div>
  );
}
