import { makeStyles, tokens } from '@fluentui/react-components';

export const useNeededStyles = makeStyles({
  pair: {
    margin: `${tokens.spacingVerticalXS} 0`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '2px',
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, textAlign: 'right' },
    '& > :nth-child(3)': { gridColumn: '1 / -1' },
  },
  label: { fontSize: tokens.fontSizeBase100, lineHeight: tokens.lineHeightBase100 },
});
