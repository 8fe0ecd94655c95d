import { makeStyles, tokens } from '@fluentui/react-components';

export const useBusyStyles = makeStyles({
  busy: { padding: `0 0 ${tokens.spacingVerticalS}` },
  what: { display: 'flex', justifyContent: 'space-between', alignItems: 'center' },
});
