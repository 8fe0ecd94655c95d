import { makeStyles, tokens } from '@fluentui/react-components';

export const useAnswerStyles = makeStyles({
  answer: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  sentence: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  score: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalL },
  figure: {
    fontSize: '40px',
    lineHeight: '44px',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorBrandForeground1,
  },
  outOf: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  partial: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorPaletteDarkOrangeForeground1,
  },
  pillars: { margin: 0, flex: 1, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  pillar: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
    fontSize: tokens.fontSizeBase200,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
  },
  track: {
    gridColumn: '1 / -1',
    height: '6px',
    marginTop: '2px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
  },
  fill: {
    height: '100%',
    backgroundColor: tokens.colorBrandForeground1,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  bases: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
  basis: { flex: 1, minWidth: 0 },
});
