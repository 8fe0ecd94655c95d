import { makeStyles, tokens } from '@fluentui/react-components';

export const useCellLinkStyles = makeStyles({
  // As large as the text that it stands in.
  link: { fontSize: 'inherit', lineHeight: 'inherit', overflowWrap: 'anywhere', textAlign: 'start' },
  cells: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, marginTop: '2px' },
  note: { color: tokens.colorNeutralForeground3 },
});
