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

/** A longer grade has no room in its column and stands below the bar. */
const longestGrade = 2;

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
  const isLong = grade.length > longestGrade;
  const remark = [
    isLong ? `${words.grade} ${shownText(grade, 40)}` : '',
    isVague ? words.generalKnowledge : '',
  ].filter((part) => part !== '');
  const inCell = (text: string) => (era === null ? <Figure text={text} cell={cell} /> : text);
  return (
    <>
      <tr>
        <th scope="row" className={mergeClasses(styles.who, era === null && styles.own)}>
          {shownText(company, 32)} <span className={styles.period}>{shownText(period, 20)}</span>
        </th>
        <td className={mergeClasses(styles.number, styles.coverage)}>
          {coverage === null ? (
            <span className={styles.unknown}>{words.notGiven}</span>
          ) : (
            inCell(ratio(coverage))
          )}
        </td>
        <td className={styles.number}>{inCell(percent(intensity))}</td>
        <td className={styles.number}>
          <span className={mergeClasses(isVague && styles.vague)}>
            {isLong ? (isVague ? 'K' : '') : grade}
          </span>
          <sup className={styles.footnote}>{footnote > 0 ? footnote : ''}</sup>
        </td>
      </tr>
      <tr>
        <td colSpan={4} className={styles.bar}>
          <Bar value={intensity} scale={scale} look={era === null ? 'strong' : looks[era]} />
          {remark.length > 0 && <span className={styles.remark}>{remark.join(' · ')}</span>}
        </td>
      </tr>
    </>
  );
}
