import { makeStyles, tokens } from '@fluentui/react-components';

const list = { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 } as const;

export const useReadingStyles = makeStyles({
  reading: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  facts: {
    ...list,
    padding: 0,
    listStyleType: 'none',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
  panel: { margin: '0 12px 8px' },
  list: { ...list, paddingInlineStart: '18px', overflowWrap: 'anywhere' },
  column: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    padding: '2px 0',
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  // In one line with the text around it, as its own room is 12 px.
  accordion: { margin: '0 -12px' },
  forget: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
  },
  button: { flexShrink: 0 },
});
