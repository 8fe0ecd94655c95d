/**
 * Coverage and capex / revenue by period: two charts side by side, which are one table. Beneath the year that the deals
 * are set against stand the same two without the round trip.
 */
import { scaleOf } from '../../../app/capexScale';
import { hasRoundTrip, periodsOf, sameLine, type CapexLine, type Company } from '../../../app/capexView';
import { percent, ratio, shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { Bar } from './Bar';
import { useCapexStyles } from './Capex.styles';
import { Figure } from './Figure';
import { usePeriodsStyles } from './Periods.styles';

const mostPeriods = 12;

export function Periods({ company }: { company: Company }) {
  const { words } = usePane();
  const styles = usePeriodsStyles();
  const { small } = useCapexStyles();
  const lines = periodsOf(company, mostPeriods);
  const scales: Scales = {
    coverage: scaleOf(
      lines.map(({ coverage }) => coverage),
      { least: 1.5, most: 10 },
    ),
    intensity: scaleOf(
      lines.flatMap(({ intensity, organicIntensity }) => [intensity, organicIntensity]),
      { least: 0.5, most: 5 },
    ),
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
              <span className={styles.lineLabel}>┆ {words.coveredLine}</span>
            </th>
            <th scope="col" title={words.intensityHelp}>
              {words.intensity}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Period key={`${line.cell} ${line.period}`} line={line} scales={scales} />
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

interface Scales {
  readonly coverage: number;
  readonly intensity: number;
}

function Period({ line, scales }: { line: CapexLine; scales: Scales }) {
  const { words } = usePane();
  const styles = usePeriodsStyles();
  const sheet = useSelect((state) => state.analysis);
  const before = sheet === null ? null : sameLine(line, sheet.capex);
  const { cell, coverage, intensity, organicCoverage, organicIntensity } = line;
  const isRound = hasRoundTrip(line);
  return (
    <>
      <tr className={styles.row}>
        <th scope="row" className={styles.period}>
          {shownText(line.period, 24)}
        </th>
        <td>
          <div className={styles.chart}>
            <Bar
              value={coverage}
              organic={isRound ? organicCoverage : null}
              scale={scales.coverage}
              line={1}
              look={coverage !== null && coverage < 1 ? 'check' : 'plain'}
            />
            <Figure text={textOf(coverage, ratio)} cell={cell} />
          </div>
        </td>
        <td>
          <div className={styles.chart}>
            <Bar value={intensity} organic={isRound ? organicIntensity : null} scale={scales.intensity} />
            <Figure text={textOf(intensity, percent)} cell={cell} />
          </div>
        </td>
      </tr>
      {(isRound || (before !== null && hasRoundTrip(before))) && (
        <tr className={styles.organic}>
          <th scope="row" className={styles.period}>
            <span className={styles.lastOfYear}>{words.organic}</span>
          </th>
          <td>
            <Figure
              text={textOf(organicCoverage, ratio)}
              cell={cell}
              before={before && textOf(before.organicCoverage, ratio)}
            />
          </td>
          <td>
            <Figure
              text={textOf(organicIntensity, percent)}
              cell={cell}
              before={before && textOf(before.organicIntensity, percent)}
            />
          </td>
        </tr>
      )}
    </>
  );
}

/** null where the sheet gives nothing to compute it from. */
function textOf(value: number | null, write: (value: number) => string): string | null {
  return value === null ? null : write(value);
}
