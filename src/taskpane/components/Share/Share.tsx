/** "Share": what was found, written into the workbook for people without the add-in; shown first, and taken away again. */
import { useEffect } from 'react';
import { Button, Checkbox, Text } from '@fluentui/react-components';
import type { SharePlan, ShareWishes } from '../../../app/sharing/share';
import { shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { VirtualList } from '../VirtualList/VirtualList';
import { Report } from './Report';
import { useShareStyles } from './Share.styles';

export function Share() {
  const { pane, words } = usePane();
  const styles = useShareStyles();
  const plan = useSelect((state) => state.share.plan);
  useEffect(() => void pane.lookAtReport(), [pane]);
  return (
    <div className={styles.share}>
      <Text as="p" className={styles.lead}>
        {words.shareLead}
      </Text>
      <Report />
      <Wishes />
      {plan === null ? (
        <div className={styles.buttons}>
          <Button appearance="primary" size="small" onClick={() => void pane.planSharing('write')}>
            {words.sharePlan}
          </Button>
        </div>
      ) : (
        <Plan plan={plan} />
      )}
    </div>
  );
}

function Wishes() {
  const { pane, words } = usePane();
  const styles = useShareStyles();
  const wishes = useSelect((state) => state.share.wishes);
  const labels: readonly (readonly [keyof ShareWishes, string])[] = [
    ['comments', words.shareComments],
    ['highlight', words.shareHighlight],
    ['values', words.shareValues],
  ];
  return (
    <div className={styles.wishes}>
      {labels.map(([name, label]) => (
        <Checkbox
          key={name}
          label={label}
          checked={wishes[name]}
          onChange={(_, { checked }) => void pane.chooseSharing({ [name]: checked === true })}
        />
      ))}
    </div>
  );
}

/** Pixels that the list may take of the pane, and a line of it. */
const listHeight = 280;
const lineHeight = 28;

/** What will be done, change by change; nothing is written before the user says so. */
function Plan({ plan }: { plan: SharePlan }) {
  const { pane, words } = usePane();
  const styles = useShareStyles();
  const { does, lines, comments, rows, notes } = plan;
  const isWriting = does === 'write';
  const summary = isWriting
    ? words.shareWillWrite(lines.length, comments, rows)
    : words.shareWillRemove(lines.length);
  if (lines.length === 0) return <Text as="p">{words.shareNothing}</Text>;
  return (
    <section>
      <Text as="h2" className={styles.heading}>
        {summary}
      </Text>
      <VirtualList
        label={summary}
        count={lines.length}
        rowHeight={lineHeight}
        mostHeight={listHeight}
        row={(index) => (
          <span className={styles.line} title={shownText(lines[index], 2_000)}>
            {shownText(lines[index], 200)}
          </span>
        )}
      />
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{shownText(note, 400)}</li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          size="small"
          onClick={() =>
            void pane.share(isWriting ? words.shareWritten : words.shareRemoved, words.shareAnew)
          }
        >
          {isWriting ? words.shareWrite : words.shareRemove}
        </Button>
        <Button size="small" onClick={() => void pane.forgetSharing()}>
          {words.shareNotNow}
        </Button>
      </div>
    </section>
  );
}
