/** The card of the first run: what Looplens does, on deals to try it with. */
import { Button, Card, Text } from '@fluentui/react-components';
import { usePane, useSelect } from '../../context/usePane';
import { useWelcomeStyles } from './Welcome.styles';

export function Welcome() {
  const { pane, words } = usePane();
  const styles = useWelcomeStyles();
  const isShown = useSelect((state) => state.welcome);
  if (!isShown) return null;
  return (
    <Card className={styles.card} size="small" role="region" aria-label={words.welcomeTitle}>
      <Text as="h2" className={styles.title}>
        {words.welcomeTitle}
      </Text>
      <Text as="p" className={styles.text}>
        {words.welcomeText}
      </Text>
      <div className={styles.actions}>
        <Button size="small" appearance="primary" onClick={() => void pane.fillSample()}>
          {words.fillSample}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => pane.skipWelcome()}>
          {words.skip}
        </Button>
      </div>
    </Card>
  );
}
