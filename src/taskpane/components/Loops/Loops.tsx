/** The loops: a drawing with the selected one lit, the ranked list, and the selected one leg by leg. */
import { Text } from '@fluentui/react-components';
import { shown } from '../../../app/state';
import { moneyFor, shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { FlowDrawing } from '../FlowDrawing/FlowDrawing';
import { VirtualList } from '../VirtualList/VirtualList';
import { LoopDetails } from './LoopDetails';
import { useLoopsStyles } from './Loops.styles';

/** Pixels. */
const rowHeight = 52;
const listHeight = 5 * rowHeight;

export function Loops() {
  const { pane, words } = usePane();
  const styles = useLoopsStyles();
  const analysis = useSelect(shown);
  const selected = useSelect((state) => state.loop);
  if (analysis === null) return null;
  const { loops } = analysis;
  if (loops.length === 0)
    return (
      <section className={styles.empty}>
        <Text as="h2" className={styles.heading}>
          {words.noLoops}
        </Text>
        <Text as="p">{words.noLoopsWhy}</Text>
      </section>
    );
  const money = moneyFor(analysis);
  const loop = loops.find(({ rank }) => rank === selected) ?? null;
  return (
    <div className={styles.loops}>
      <FlowDrawing analysis={analysis} selected={selected} />
      <section>
        <Text as="h2" className={styles.heading}>
          {words.loops(loops.length)}
        </Text>
        <VirtualList
          label={words.loops(loops.length)}
          count={loops.length}
          rowHeight={rowHeight}
          mostHeight={listHeight}
          row={(index) => {
            const { rank, path, amount, kind, flags } = loops[index];
            return (
              <button
                type="button"
                className={styles.loop}
                aria-pressed={rank === selected}
                onClick={() => pane.selectLoop(rank === selected ? null : rank)}
              >
                <span className={styles.rank}>{rank}</span>
                <span className={styles.path}>
                  {[...path, path[0]].map((party) => shownText(party, 28)).join(' → ')}
                </span>
                <span className={styles.amount}>
                  {money.text(amount)}
                  {money.suffix}
                  <span className={styles.kind}>
                    {kind === null ? words.kindUnknown : words.kinds[kind]}
                    {flags.includes('superseded') && ` · ${words.flags.superseded}`}
                  </span>
                </span>
              </button>
            );
          }}
        />
        <Text as="p" className={styles.note}>
          {words.loopsMayShare}
        </Text>
      </section>
      {loop !== null && <LoopDetails loop={loop} analysis={analysis} />}
    </div>
  );
}
