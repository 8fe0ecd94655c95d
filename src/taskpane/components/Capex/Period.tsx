/** One period: both figures as reported, and beneath them the same without the round trip where there is one. */
import { hasRoundTrip, sameLine, type CapexLine } from '../../../app/capexView';
import { percent, ratio, shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { Bar } from './Bar';
import { Figure } from './Figure';
import { usePeriodsStyles } from './Periods.styles';

export interface Chart {
  readonly scale: number;
  readonly line?: number;
  /** Of the grid: all bars of a chart have the same room, whatever the figures beside them. */
  readonly columns: string;
}

export interface Charts {
  readonly coverage: Chart;
  readonly intensity: Chart;
}

export function Period({ line, charts }: { line: CapexLine; charts: Charts }) {
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
          <div className={styles.chart} style={{ gridTemplateColumns: charts.coverage.columns }}>
            <Bar
              {...charts.coverage}
              value={coverage}
              organic={isRound ? organicCoverage : null}
              look={coverage !== null && coverage < 1 ? 'check' : 'plain'}
            />
            <Figure text={textOf(coverage, ratio)} cell={cell} />
          </div>
        </td>
        <td>
          <div className={styles.chart} style={{ gridTemplateColumns: charts.intensity.columns }}>
            <Bar {...charts.intensity} value={intensity} organic={isRound ? organicIntensity : null} />
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
export function textOf(value: number | null, write: (value: number) => string): string | null {
  return value === null ? null : write(value);
}
