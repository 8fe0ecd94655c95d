/** What went wrong or is missing: what, why, and what to do next. */
import { Button, Text } from '@fluentui/react-components';
import type { Trouble as TroubleState } from '../../../app/state';
import { shownText } from '../../context/figures';
import { usePane } from '../../context/usePane';
import { CellLink } from '../CellLink/CellLink';
import { Issues } from '../Reading/Reading';
import { useTroubleStyles } from './Trouble.styles';

const withoutDeals: ReadonlySet<string> = new Set(['no-deal-table', 'no-deals', 'empty']);

export function Trouble({ trouble }: { trouble: TroubleState }) {
  const { pane, words } = usePane();
  const styles = useTroubleStyles();
  const { code, message, cell, issues } = trouble;
  const isEmpty = withoutDeals.has(code);
  return (
    <section className={styles.trouble} role={isEmpty ? 'status' : 'alert'}>
      <Text as="h2" className={styles.title}>
        {words.troubleTitles[code] ?? words.troubleOther}
      </Text>
      {isEmpty && <Text as="p">{words.noDealsWhy}</Text>}
      <Text as="p" className={styles.message}>
        {shownText(message, 600)}
      </Text>
      {cell !== '' && (
        <div>
          <CellLink cell={cell} />
        </div>
      )}
      {issues.length > 0 && <Issues issues={issues} />}
      <div className={styles.actions}>
        {isEmpty && (
          <Button appearance="primary" onClick={() => void pane.fillSample()}>
            {words.fillSample}
          </Button>
        )}
        {code !== 'workbook' && code !== 'defect' && (
          <Button onClick={() => void pane.chooseSelection()}>{words.useSelection}</Button>
        )}
        <Button onClick={() => void pane.refresh()}>{words.tryAgain}</Button>
      </div>
    </section>
  );
}
