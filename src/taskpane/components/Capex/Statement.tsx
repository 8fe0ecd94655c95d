/** The other figures of one company's year, as a small statement. */
import { Text } from '@fluentui/react-components';
import { sameLine, type CapexLine } from '../../../app/capexView';
import { shown } from '../../../app/state';
import { moneyFor, percent, ratio, shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import type { PaneWords } from '../../../locales/words';
import { useCapexStyles } from './Capex.styles';
import { Figure } from './Figure';
import { useStatementStyles } from './Statement.styles';

type Write = (value: number) => string;
type Entry = readonly [label: string, value: (line: CapexLine) => number | null, write: Write, help?: string];

export function Statement({ line }: { line: CapexLine }) {
  const { words } = usePane();
  const { subheading, quiet } = useCapexStyles();
  const styles = useStatementStyles();
  const analysis = useSelect(shown);
  const sheet = useSelect((state) => state.analysis);
  if (analysis === null) return null;
  const money = moneyFor(analysis);
  const before = sheet === null ? null : sameLine(line, sheet.capex);
  const written = (value: number | null, write: Write) => (value === null ? null : write(value));
  return (
    <div>
      <Text as="h2" className={subheading}>
        <span>{words.figuresOf(shownText(line.period, 24))}</span>
        <span className={quiet}>{words.unit(money.unit)}</span>
      </Text>
      <dl className={styles.list}>
        {entriesOf(words, money.text).map(([label, value, write, help]) => (
          <div key={label} className={styles.entry} title={help}>
            <dt>{label}</dt>
            <dd>
              <Figure
                text={written(value(line), write)}
                cell={line.cell}
                before={before && written(value(before), write)}
              />
            </dd>
          </div>
        ))}
        <div className={styles.entry} title={words.grades}>
          <dt>{words.grade}</dt>
          <dd>
            <Figure text={line.grade === '' ? null : shownText(line.grade, 24)} cell={line.cell} />
          </dd>
        </div>
      </dl>
    </div>
  );
}

function entriesOf(words: PaneWords, money: Write): readonly Entry[] {
  return [
    [words.promised, (line) => line.commitmentsToRevenue, percent, words.promisedHelp],
    [words.commitments, (line) => line.commitments, money],
    [words.commitmentCoverage, (line) => line.commitmentCoverage, ratio],
    [words.capexWord, (line) => line.capex, money],
    [words.operatingCash, (line) => line.operatingCashFlow, money],
    [words.freeCash, (line) => line.freeCashFlow, money],
    [words.payback, (line) => line.payback, ratio],
    [words.lessLife, (line) => line.depreciationPerYearOfLife, money],
  ];
}
