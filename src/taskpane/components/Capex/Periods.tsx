/**
 * Coverage and capex / revenue by period: two charts side by side, which are one table. Beneath the year that the deals
 * are set against stand the same two without the round trip.
 */
import { scaleOf } from '../../../app/capexScale';
import { hasRoundTrip, periodsOf, type Company } from '../../../app/capexView';
import { percent, ratio, shownText } from '../../context/figures';
import { usePane } from '../../context/usePane';
import { useCapexStyles } from './Capex.styles';
import { Period, textOf, type Charts } from './Period';
import { usePeriodsStyles } from './Periods.styles';

const mostPeriods = 12;

export function Periods({ company }: { company: Company }) {
  const { words } = usePane();
  const styles = usePeriodsStyles();
  const { small } = useCapexStyles();
  const lines = periodsOf(company, mostPeriods);
  const hasCoverage = lines.some(({ coverage }) => coverage !== null);
  const charts: Charts = {
    coverage: {
      scale: scaleOf(
        lines.map(({ coverage }) => coverage),
        { least: 1.5, most: 10 },
      ),
      ...(hasCoverage ? { line: 1 } : {}),
      columns: columnsOf(lines.map(({ coverage }) => textOf(coverage, ratio) ?? words.notGiven)),
    },
    intensity: {
      scale: scaleOf(
        lines.flatMap(({ intensity, organicIntensity }) => [intensity, organicIntensity]),
        { least: 0.5, most: 5 },
      ),
      columns: columnsOf(lines.map(({ intensity }) => textOf(intensity, percent) ?? words.notGiven)),
    },
  };
  return (
    <div>
      <table className={styles.table} aria-label={words.byPeriod(shownText(company.party, 40))}>
        <thead>
          <tr>
            <th scope="col" className={styles.period}>
              {words.period}
            </th>
            <th scope="col" title={words.coverageHelp}>
              {words.coverage}
              {hasCoverage && <span className={styles.lineLabel}>┆ {words.coveredLine}</span>}
            </th>
            <th scope="col" title={words.intensityHelp}>
              {words.intensity}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Period key={`${line.cell} ${line.period}`} line={line} charts={charts} />
          ))}
        </tbody>
      </table>
      {hasRoundTrip(company.latest) && <span className={small}>{words.organicHelp}</span>}
      {company.lines.length > lines.length && (
        <span className={small}>{words.periodsLeftOut(company.lines.length - lines.length)}</span>
      )}
    </div>
  );
}

/** Room for the longest figure; a digit is about six and a half points wide. */
function columnsOf(texts: readonly string[]): string {
  const longest = Math.max(...texts.map((text) => text.length));
  return `minmax(0, 1fr) ${Math.min(78, Math.max(36, Math.ceil(longest * 6.5)))}px`;
}
