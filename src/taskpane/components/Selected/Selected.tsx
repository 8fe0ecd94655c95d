/** What is known about the deal whose row is selected in the sheet. */
import { Badge, Link, Text } from '@fluentui/react-components';
import { figuresOf, findingOf } from '../../../app/findings';
import type { Analysis, CapexReport } from '../../../engine/index';
import { moneyFor, percent, ratio, shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { useSelectedStyles } from './Selected.styles';

export function Selected() {
  const { pane, words } = usePane();
  const styles = useSelectedStyles();
  const selected = useSelect((state) => state.selected);
  const analysis = useSelect((state) => state.analysis);
  const deals = useSelect((state) => state.deals);
  const finding = selected === null || analysis === null ? null : findingOf(selected, analysis, deals);
  if (selected === null || analysis === null) return null;
  const figures = figuresOf(selected, analysis);
  if (figures !== null) return <Figures row={selected.row} figures={figures} analysis={analysis} />;
  if (finding === null) return null;
  const money = moneyFor(analysis);
  const { row, deal, value, loops, unknown, issues } = finding;
  return (
    <aside className={styles.selected} aria-live="polite" aria-label={words.selectedRow(row)}>
      <Text as="p" className={styles.what}>
        <strong>{words.selectedRow(row)}</strong>
        {deal !== null && (
          <>
            {' · '}
            {shownText(deal.from, 40)} → {shownText(deal.to, 40)} {money.text(deal.amount)}
            {money.suffix}{' '}
            <Badge size="small" appearance="outline">
              {words.classes[deal.class]}
            </Badge>
          </>
        )}
      </Text>
      {value !== null && (
        <Text as="p" className={styles.line}>
          {value.value > 0
            ? words.addsToCircle(`${money.text(value.value)}${money.suffix}`)
            : words.addsNothing}
        </Text>
      )}
      {unknown !== null && (
        <Text as="p" className={styles.line}>
          {words.amountNotGiven(shownText(unknown.text, 80))}
        </Text>
      )}
      {issues.map(({ message }) => (
        <Text as="p" key={message} className={styles.line}>
          {shownText(message, 300)}
        </Text>
      ))}
      {loops.length > 0 && (
        <Link
          as="button"
          className={styles.line}
          onClick={() => {
            pane.setTab('loops');
            pane.selectLoop(loops[0]);
          }}
        >
          {words.inLoops(loops.slice(0, 6).join(', ') + (loops.length > 6 ? ' …' : ''))}
        </Link>
      )}
    </aside>
  );
}

/** A company and period whose figures are selected. */
function Figures({ row, figures, analysis }: { row: number; figures: CapexReport; analysis: Analysis }) {
  const { pane, words } = usePane();
  const styles = useSelectedStyles();
  const money = moneyFor(analysis);
  const { party, period, revenue, capex, coverage, intensity } = figures;
  const amounts = [
    [words.revenue, money.text(revenue)],
    [words.capexWord, money.text(capex)],
    [words.coverage, ratio(coverage)],
    [words.intensity, percent(intensity)],
  ];
  return (
    <aside className={styles.selected} aria-live="polite" aria-label={words.selectedRow(row)}>
      <Text as="p" className={styles.what}>
        <strong>{words.selectedRow(row)}</strong> · {shownText(party, 40)} · {shownText(period, 30)}
      </Text>
      <Text as="p" className={styles.line}>
        {amounts.map(([name, figure]) => `${name} ${figure}`).join(' · ')}
      </Text>
      <Link as="button" className={styles.line} onClick={() => pane.setTab('capex')}>
        {words.tabs.capex}
      </Link>
    </aside>
  );
}
