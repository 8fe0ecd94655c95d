/** What the pane is busy with, once it takes longer than half a second; with a way to stop it. */
import { useEffect, useState } from 'react';
import { Button, ProgressBar, Text } from '@fluentui/react-components';
import { usePane, useSelect } from '../../context/usePane';
import { useBusyStyles } from './Busy.styles';

/** Milliseconds; what is done sooner needs no progress. */
const patience = 500;

export function Busy() {
  const { pane, words } = usePane();
  const styles = useBusyStyles();
  const busy = useSelect((state) => state.busy);
  const isBusy = busy !== null;
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isBusy) {
      setLong(false);
      return;
    }
    const timer = setTimeout(() => setLong(true), patience);
    return () => clearTimeout(timer);
  }, [isBusy]);
  if (busy === null || !isLong) return null;
  const step = words.busy[busy.step] ?? busy.step;
  return (
    <div className={styles.busy} role="status">
      <div className={styles.what}>
        <Text size={200}>{step} …</Text>
        <Button size="small" appearance="subtle" onClick={() => pane.cancel()}>
          {words.cancel}
        </Button>
      </div>
      <ProgressBar value={busy.done} max={1} aria-label={step} />
    </div>
  );
}
