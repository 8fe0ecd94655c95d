import { makeStyles, tokens } from '@fluentui/react-components';

export const usePeriodsStyles = makeStyles({
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    marginBottom: tokens.spacingVerticalXS,
    '& th': { textAlign: 'left', fontWeight: 'normal', padding: 0, verticalAlign: 'baseline' },
    '& td': { padding: 0, textAlign: 'right', verticalAlign: 'baseline' },
    '& thead th': {
      paddingBottom: '4px',
      verticalAlign: 'top',
      color: tokens.colorNeutralForeground2,
      fontWeight: tokens.fontWeightSemibold,
    },
    '& th + th, & th + td, & td + td': { paddingLeft: tokens.spacingHorizontalM },
  },
  period: { width: '27%', overflowWrap: 'anywhere' },
  lineLabel: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    fontWeight: 'normal',
  },
  row: { height: '26px' },
  lastOfYear: { display: 'block', paddingBottom: '6px' },
  chart: {
    display: 'grid',
    columnGap: '6px',
    alignItems: 'center',
    '& > :last-child': { textAlign: 'right' },
  },
  organic: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
  },
});
