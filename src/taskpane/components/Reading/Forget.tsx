/** Takes back what the user has put right, where there is anything. */
import { Button, Text } from '@fluentui/react-components';
import { isCorrected } from '../../../app/corrections';
import { shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { useReadingStyles } from './Reading.styles';

export function Forget() {
  const { pane, words } = usePane();
  const styles = useReadingStyles();
  const hasCorrections = useSelect((state) => isCorrected(state.corrections));
  const dropped = useSelect((state) => state.dropped);
  if (!hasCorrections) return null;
  return (
    <div className={styles.forget}>
      <Text size={200}>
        {words.forgetHelp}
        {dropped.length > 0 &&
          ` ${words.dropped(dropped.map((heading) => shownText(heading, 40)).join(', '))}`}
      </Text>
      <Button size="small" className={styles.button} onClick={() => void pane.forgetCorrections()}>
        {words.forget}
      </Button>
    </div>
  );
}
