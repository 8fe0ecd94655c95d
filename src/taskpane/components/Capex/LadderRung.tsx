/** One step of the yardstick: whose it is, how much, on what ground. */
import { mergeClasses } from '@fluentui/react-components';
import { isGeneralKnowledge, type Rung } from '../../../app/yardstick';
import { percent, ratio, shownText } from '../../context/figures';
import { usePane } from '../../context/usePane';
import { Bar } from './Bar';
import { Figure } from './Figure';
import { useLadderStyles } from './Ladder.styles';

/** Told apart by pattern, not by colour. */
export const looks = {
  'hyperscalers-2019': 'outlined',
  'hyperscalers-2025': 'plain',
  telecoms: 'hatched',
} as const;

interface RungProps {
  readonly rung: Rung;
  readonly scale: number;
  /** 0: the figure is of the sheet and needs none. */
  readonly footnote: number;
}

export function LadderRung({ rung, scale, footnote }: RungProps) {
  const { words } = usePane();
  const styles = useLadderStyles();
  const { era, company, period, intensity, coverage, grade, cell } = rung;
  const isVague = isGeneralKnowledge(grade);
  const value = percent(intensity);
  return (
    <li className={styles.rung}>
      <span className={mergeClasses(styles.who, era === null && styles.own)}>
        {shownText(company, 32)} <span className={styles.period}>{shownText(period, 20)}</span>
      </span>
      <span className={styles.value}>
        {era === null ? <Figure text={value} cell={cell} /> : value}
        {footnote > 0 && <sup className={styles.footnote}>{footnote}</sup>}
      </span>
      <span className={styles.bar}>
        <Bar value={intensity} scale={scale} look={era === null ? 'strong' : looks[era]} />
      </span>
      <span className={styles.ground}>
        <span>{coverage === null ? '' : words.coverageOf(ratio(coverage))}</span>
        <span className={mergeClasses(isVague && styles.vague)}>
          {grade === '' ? '' : `${words.grade} ${shownText(grade, 16)}`}
          {isVague && ` · ${words.generalKnowledge}`}
        </span>
      </span>
    </li>
  );
}
