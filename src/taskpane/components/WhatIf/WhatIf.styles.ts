import { makeStyles, shorthands, tokens } from '@fluentui/react-components';

export const useWhatIfStyles = makeStyles({
  whatIf: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  lead: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  presets: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  heading: {
    display: 'block',
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  search: { width: '100%', maxWidth: 'none', marginBottom: tokens.spacingVerticalXS },
  deal: {
    display: 'grid',
    height: '100%',
    boxSizing: 'border-box',
    gridTemplateColumns: '40px minmax(0, 1fr) auto',
    gridTemplateRows: '24px 32px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    paddingTop: '4px',
    fontSize: tokens.fontSizeBase200,
    ...shorthands.borderBottom('1px', 'solid', tokens.colorNeutralStroke3),
  },
  switch: { marginInlineStart: '-8px', gridRow: '1 / span 2', alignSelf: 'start', marginTop: '-6px' },
  names: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '&[data-off]': { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  },
  amount: { fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
  status: { minWidth: 0 },
  chance: { width: '76px', minWidth: 0, '& input': { textAlign: 'right', minWidth: 0 } },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th': { textAlign: 'start', fontWeight: tokens.fontWeightRegular },
    '& thead th': { color: tokens.colorNeutralForeground3 },
    '& td, & th': {
      padding: '3px 0',
      ...shorthands.borderBottom('1px', 'solid', tokens.colorNeutralStroke3),
    },
  },
  number: { textAlign: 'right !important' as 'right', fontVariantNumeric: 'tabular-nums' },
});
