/** The sentence that answers the sheet's question, the score, its pillars and the basis. */
import { Text, ToggleButton, Tooltip } from '@fluentui/react-components';
import type { Analysis, Basis } from '../../../engine/index';
import { bases, shown } from '../../../app/state';
import { moneyFor, percent, points, shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import type { PaneWords } from '../../../locales/words';
import { useAnswerStyles } from './Answer.styles';

export function Answer() {
  const { words } = usePane();
  const styles = useAnswerStyles();
  const analysis = useSelect(shown);
  const sheet = useSelect((state) => state.analysis);
  if (analysis === null) return null;
  const { score } = analysis;
  const before = sheet === null || sheet === analysis ? null : sheet.score;
  return (
    <section className={styles.answer}>
      <Text as="p" className={styles.sentence}>
        {sentence(analysis, words)}
      </Text>
      <div className={styles.score}>
        <div>
          <span className={styles.figure}>{points(score.overall)}</span>
          <span className={styles.outOf}> {words.outOf}</span>
          {before !== null && <div className={styles.quiet}>{words.instead(points(before.overall))}</div>}
        </div>
        <dl className={styles.pillars}>
          <Pillar name={words.pillars.roundTrip} value={score.roundTrip} />
          <Pillar name={words.pillars.capex} value={score.capex} />
        </dl>
      </div>
      {score.evidence.used < score.evidence.of && (
        <Text as="p" className={styles.partial}>
          {words.partialEvidence(score.evidence.used, score.evidence.of)}
        </Text>
      )}
      <BasisChoice />
    </section>
  );
}

function Pillar({ name, value }: { name: string; value: number | null }) {
  const { words } = usePane();
  const styles = useAnswerStyles();
  return (
    <div className={styles.pillar}>
      <dt>{name}</dt>
      <dd className={value === null ? styles.quiet : undefined}>
        {value === null ? words.pillarUnknown : points(value)}
      </dd>
      {value !== null && (
        <div className={styles.track} aria-hidden="true">
          <div className={styles.fill} style={{ width: `${value}%` }} />
        </div>
      )}
    </div>
  );
}

function BasisChoice() {
  const { pane, words } = usePane();
  const styles = useAnswerStyles();
  const chosen = useSelect((state) => state.basis);
  const byBasis = useSelect((state) => shown(state)?.score.byBasis);
  const label = (basis: Basis): string => {
    const score = byBasis?.[basis];
    const help = words.basisHelp[basis];
    return score === null || score === undefined ? help : `${help} · ${words.score} ${points(score)}`;
  };
  return (
    <div role="group" aria-label={words.basis} className={styles.bases}>
      {bases.map((basis) => (
        <Tooltip key={basis} content={label(basis)} relationship="description">
          <ToggleButton
            size="small"
            className={styles.basis}
            checked={basis === chosen}
            appearance={basis === chosen ? 'primary' : 'outline'}
            onClick={() => void pane.setBasis(basis)}
          >
            {words.bases[basis]}
          </ToggleButton>
        </Tooltip>
      ))}
    </div>
  );
}

/** 'x of the money can go round: a of b, the largest amounts back to A, B and C.' */
export function sentence(analysis: Analysis, words: PaneWords): string {
  const money = moneyFor(analysis);
  const { share, amount, gross } = analysis.circularity[analysis.input.basis];
  const all = `${money.text(gross)}${money.suffix}`;
  if (gross === 0) return words.answerNoMoney;
  if (amount === 0) return words.answerNothing(all);
  return words.answer(percent(share), money.text(amount), all, words.and(mostExposed(analysis)));
}

/** The three parties that most of the money comes back to. */
function mostExposed({ parties }: Analysis): string[] {
  return [...parties]
    .filter(({ inLoop, roundTrip }) => inLoop && (roundTrip ?? 0) > 0)
    .sort((a, b) => (b.roundTrip ?? 0) - (a.roundTrip ?? 0))
    .slice(0, 3)
    .map(({ party }) => shownText(party, 28));
}
