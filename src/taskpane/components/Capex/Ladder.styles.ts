import { makeStyles, tokens } from '@fluentui/react-components';

const small = { fontSize: tokens.fontSizeBase100, lineHeight: tokens.lineHeightBase100 } as const;

export const useLadderStyles = makeStyles({
  legend: {
    ...small,
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '2px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    color: tokens.colorNeutralForeground2,
    '& li': { display: 'flex', alignItems: 'center', columnGap: '6px' },
  },
  sign: { flex: '0 0 18px' },
  ladder: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '10px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  rung: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '1px',
    alignItems: 'baseline',
  },
  who: { overflowWrap: 'anywhere' },
  own: { fontWeight: tokens.fontWeightSemibold },
  period: { color: tokens.colorNeutralForeground3, fontWeight: 'normal' },
  value: { display: 'flex', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  footnote: {
    ...small,
    width: '12px',
    marginRight: '-12px',
    paddingLeft: '2px',
    color: tokens.colorNeutralForeground3,
  },
  bar: { gridColumn: '1 / -1' },
  ground: {
    ...small,
    gridColumn: '1 / -1',
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
  },
  vague: {
    padding: '0 4px',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px dashed ${tokens.colorPaletteMarigoldBorderActive}`,
    color: tokens.colorNeutralForeground2,
  },
  sources: {
    ...small,
    margin: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXS}`,
    paddingInlineStart: '18px',
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
});
