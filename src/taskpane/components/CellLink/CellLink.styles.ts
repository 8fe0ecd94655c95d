import { makeStyles } from '@fluentui/react-components';

export const useCellLinkStyles = makeStyles({
  // As large as the text that it stands in.
  link: { fontSize: 'inherit', lineHeight: 'inherit', overflowWrap: 'anywhere', textAlign: 'start' },
});
