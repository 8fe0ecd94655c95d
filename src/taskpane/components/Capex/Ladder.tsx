/** The historical yardstick: capex / revenue of then and now, with the companies of the sheet among them. */
import { mergeClasses, Text } from '@fluentui/react-components';
import { scaleOf } from '../../../app/capexScale';
import type { Company } from '../../../app/capexView';
import { shown } from '../../../app/state';
import { eras, ladderOf, rangeOf, sourcesOf, type Era } from '../../../app/yardstick';
import { percent } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { Bar } from './Bar';
import { useCapexStyles } from './Capex.styles';
import { useLadderStyles } from './Ladder.styles';
import { LadderRung, looks } from './LadderRung';

/** Companies of the sheet beside the yardstick: a ladder of hundreds is no yardstick. */
const mostOwn = 8;

interface LadderProps {
  readonly companies: readonly Company[];
  /** The one that is looked at is always among them. */
  readonly company: Company | null;
}

export function Ladder({ companies, company }: LadderProps) {
  const { words } = usePane();
  const styles = useCapexStyles();
  const { ladder, head, headOfNumbers, legend, sign, sources } = useLadderStyles();
  const together = useSelect(
    (state) => shown(state)?.score.drivers.find(({ id }) => id === 'capex-intensity')?.value ?? null,
  );
  const known = companies.filter(({ latest }) => latest.intensity !== null);
  const chosen = known.filter((one) => one === company);
  const own = [...chosen, ...known.filter((one) => one !== company)].slice(0, mostOwn);
  const rungs = ladderOf(own.map(({ latest }) => latest));
  const footnotes = sourcesOf(rungs);
  const scale = scaleOf(
    rungs.map(({ intensity }) => intensity),
    { least: 0.5, most: 1 },
  );
  return (
    <section className={styles.section}>
      <Text as="h2" className={styles.heading}>
        {words.yardstick}
      </Text>
      <Text as="p" className={styles.paragraph}>
        {words.yardstickAnswer(together === null ? null : percent(together), {
          'hyperscalers-2019': range('hyperscalers-2019'),
          'hyperscalers-2025': range('hyperscalers-2025'),
          telecoms: range('telecoms'),
        })}
      </Text>
      <ul className={legend}>
        {own.length > 0 && (
          <li>
            <span className={sign}>
              <Bar value={1} scale={1} look="strong" />
            </span>
            {words.ofThisSheet}
          </li>
        )}
        {eras.map((era) => (
          <li key={era}>
            <span className={sign}>
              <Bar value={1} scale={1} look={looks[era]} />
            </span>
            {words.eras[era]}
          </li>
        ))}
      </ul>
      <table className={ladder} aria-label={words.yardstick}>
        <thead>
          <tr>
            <th scope="col" className={head}>
              {words.company}
            </th>
            <th scope="col" className={mergeClasses(head, headOfNumbers)}>
              {words.coverage}
            </th>
            <th scope="col" className={mergeClasses(head, headOfNumbers)}>
              {words.intensity}
            </th>
            <th scope="col" className={mergeClasses(head, headOfNumbers)}>
              {words.grade}
            </th>
          </tr>
        </thead>
        <tbody>
          {rungs.map((rung) => (
            <LadderRung
              key={`${rung.cell} ${rung.company} ${rung.period}`}
              rung={rung}
              scale={scale}
              footnote={footnotes.indexOf(rung.source) + 1}
            />
          ))}
        </tbody>
      </table>
      {known.length > own.length && (
        <span className={styles.small}>{words.more(known.length - own.length)}</span>
      )}
      <div>
        <Text as="h3" className={styles.subheading}>
          {words.sources}
        </Text>
        <ol className={sources}>
          {footnotes.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ol>
        <span className={styles.small}>{words.grades}</span>
      </div>
    </section>
  );

  function range(era: Era): string {
    const { least, most } = rangeOf(era);
    return words.rangeOf(percent(least), percent(most));
  }
}
