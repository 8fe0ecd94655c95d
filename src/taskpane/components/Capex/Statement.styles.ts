import { makeStyles, shorthands, tokens } from '@fluentui/react-components';

export const useStatementStyles = makeStyles({
  list: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'baseline',
    padding: '4px 0',
    ...shorthands.borderBottom('1px', 'solid', tokens.colorNeutralStroke3),
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': {
      margin: 0,
      textAlign: 'right',
      fontVariantNumeric: 'tabular-nums',
      maxWidth: '120px',
      overflowWrap: 'break-word',
    },
  },
  cells: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase100,
    '& button': { fontSize: tokens.fontSizeBase100 },
  },
  before: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase100 },
  unknown: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
});
