/** What is not as the sheet has it, and what was done or refused: each with what can be done about it. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  type MessageBarProps,
} from '@fluentui/react-components';
import { countChanges } from '../../../app/scenario';
import { shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';

export function Notices() {
  const { pane, words } = usePane();
  const changes = useSelect((state) => countChanges(state.scenario));
  const isStale = useSelect((state) => state.isStale);
  const hasAnswer = useSelect((state) => state.analysis !== null);
  const isBusy = useSelect((state) => state.busy !== null);
  const notice = useSelect((state) => state.notice);
  const failure = useSelect((state) => state.failure);
  return (
    <>
      {/* Without an answer it says that the reading was stopped, which is over when it is read again. */}
      {isStale && (hasAnswer || !isBusy) && (
        <Notice
          intent="warning"
          text={hasAnswer ? words.stale : words.stopped}
          action={words.refresh}
          onAction={() => void pane.refresh()}
        />
      )}
      {changes > 0 && (
        <Notice
          intent="info"
          layout="singleline"
          text={words.whatIfOn(changes)}
          action={words.reset}
          onAction={() => void pane.resetScenario()}
        />
      )}
      {failure !== null && (
        <Notice
          intent="error"
          text={shownText(failure, 400)}
          action={words.close}
          onAction={() => pane.clearNotice()}
        />
      )}
      {notice !== null && (
        <Notice
          intent="success"
          text={shownText(notice, 400)}
          action={words.close}
          onAction={() => pane.clearNotice()}
        />
      )}
    </>
  );
}

interface NoticeProps extends Pick<MessageBarProps, 'intent' | 'layout'> {
  readonly text: string;
  readonly action: string;
  readonly onAction: () => void;
}

function Notice({ text, action, onAction, layout = 'multiline', intent = 'info' }: NoticeProps) {
  return (
    <MessageBar intent={intent} layout={layout}>
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onAction}>
          {action}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
