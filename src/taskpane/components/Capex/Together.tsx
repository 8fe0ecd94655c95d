/** The answer, and the four sums of the score's capex drivers behind it. */
import { Text } from '@fluentui/react-components';
import { shown } from '../../../app/state';
import type { DriverReport } from '../../../engine/index';
import { cellIn } from '../../../report/text/page';
import { driverValue, percent, ratio } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { CellLink } from '../CellLink/CellLink';
import { useCapexStyles } from './Capex.styles';
import { useStatementStyles } from './Statement.styles';

export function Together() {
  const { words } = usePane();
  const styles = useCapexStyles();
  const { list } = useStatementStyles();
  const analysis = useSelect(shown);
  const sheet = useSelect((state) => state.analysis);
  if (analysis === null) return null;
  const drivers = analysis.score.drivers.filter(({ pillar }) => pillar === 'capex');
  const value = (id: string): number | null => drivers.find((driver) => driver.id === id)?.value ?? null;
  const coverage = value('capex-coverage');
  const intensity = value('capex-intensity');
  const before = (id: string) => sheet?.score.drivers.find((driver) => driver.id === id) ?? null;
  return (
    <section className={styles.section}>
      <Text as="p" className={styles.answer}>
        {words.capexAnswer(
          coverage === null ? null : ratio(coverage),
          intensity === null ? null : percent(intensity),
        )}
      </Text>
      <div>
        <span className={styles.small}>{words.capexTogether}</span>
        <dl className={list}>
          {drivers.map((driver) => (
            <Sum
              key={driver.id}
              driver={driver}
              before={before(driver.id)}
              range={analysis.input.financials?.range ?? ''}
            />
          ))}
        </dl>
      </div>
    </section>
  );
}

/** One line of them: the overview has more. */
const mostCells = 6;

interface SumProps {
  readonly driver: DriverReport;
  readonly before: DriverReport | null;
  readonly range: string;
}

function Sum({ driver, before, range }: SumProps) {
  const { words } = usePane();
  const styles = useStatementStyles();
  const value = driverValue(driver);
  const { label } = words.driver(driver, value);
  const was = before === null ? value : driverValue(before);
  return (
    <div className={styles.entry}>
      <dt>
        {label}
        {driver.cells.length > 0 && (
          <span className={styles.cells}>
            {driver.cells.slice(0, mostCells).map((cell) => (
              <CellLink key={cell} cell={cell}>
                {cellIn(range, cell)}
              </CellLink>
            ))}
            {driver.cellCount > mostCells && <span>{words.firstOf(mostCells, driver.cellCount)}</span>}
          </span>
        )}
      </dt>
      <dd>
        {value === '' ? <span className={styles.unknown}>{words.noData}</span> : value}
        {was !== value && was !== '' && <span className={styles.before}>{words.instead(was)}</span>}
      </dd>
    </div>
  );
}
