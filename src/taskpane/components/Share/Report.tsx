/** The report that is in the workbook: whether it still matches, what has changed since, and the way to be rid of it. */
import { Button, Text } from '@fluentui/react-components';
import type { ReportFound } from '../../../app/sharing/share';
import type { PaneWords } from '../../../locales/words';
import { shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { useShareStyles } from './Share.styles';

export function Report() {
  const { pane, words } = usePane();
  const styles = useShareStyles();
  const report = useSelect((state) => state.share.report);
  if (report === null) return null;
  return (
    <section>
      <Text as="h2" className={styles.heading}>
        {words.shareReport}
      </Text>
      <Text as="p" className={styles.lead}>
        {answer(report, words)}
      </Text>
      {report.sentences.length > 0 && (
        <ul className={styles.notes}>
          {report.sentences.map((sentence) => (
            <li key={sentence}>{shownText(sentence, 400)}</li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button size="small" onClick={() => void pane.lookAtReport()}>
          {words.shareCheck}
        </Button>
        {report.is !== 'newer' && (
          <Button size="small" onClick={() => void pane.planSharing('remove')}>
            {words.sharePlanRemoval}
          </Button>
        )}
      </div>
    </section>
  );
}

function answer({ is, sheet, time }: ReportFound, words: PaneWords): string {
  const name = shownText(sheet, 31);
  const written = time.replace('T', ' ').replace('Z', ' UTC');
  switch (is) {
    case 'same':
      return words.shareSame(name, written);
    case 'changed':
      return words.shareChanged(name, written);
    case 'unchecked':
      return words.shareUnchecked(name, written);
    case 'damaged':
      return words.shareDamaged(name);
    case 'newer':
      return words.shareNewer(name);
  }
}
