import { makeStyles, shorthands, tokens } from '@fluentui/react-components';

const line = {
  display: 'grid',
  gridTemplateColumns: '1fr auto',
  columnGap: tokens.spacingHorizontalS,
  rowGap: '2px',
  alignItems: 'baseline',
} as const;
const bar = { position: 'absolute', top: 0, height: '100%', borderRadius: tokens.borderRadiusSmall } as const;

export const useWaterfallStyles = makeStyles({
  heading: {
    display: 'block',
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  drivers: { margin: 0, padding: 0, listStyleType: 'none', fontSize: tokens.fontSizeBase200 },
  driver: { ...shorthands.borderBottom('1px', 'solid', tokens.colorNeutralStroke3) },
  summary: {
    ...line,
    padding: '6px 0',
    cursor: 'pointer',
    listStyleType: 'none',
    '&::-webkit-details-marker': { display: 'none' },
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  label: { overflowWrap: 'anywhere' },
  value: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  track: {
    gridColumn: '1 / -1',
    position: 'relative',
    display: 'block',
    height: '8px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
    overflow: 'hidden',
  },
  room: { ...bar, backgroundColor: tokens.colorNeutralStroke2 },
  bar: {
    ...bar,
    minWidth: '2px',
    backgroundColor: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  totalBar: {
    ...bar,
    backgroundColor: tokens.colorNeutralForeground2,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
  total: { ...line, padding: '8px 0 0', fontWeight: tokens.fontWeightSemibold },
  why: { padding: `0 0 ${tokens.spacingVerticalS}` },
  whyText: {
    display: 'block',
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    // Korean breaks between words; names can be one long word.
    wordBreak: 'keep-all',
    overflowWrap: 'anywhere',
  },
  whyNumbers: {
    display: 'block',
    margin: '2px 0 0',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    wordBreak: 'keep-all',
    overflowWrap: 'anywhere',
  },
  cells: { marginTop: '2px' },
  evidence: {
    display: 'block',
    margin: `${tokens.spacingVerticalXS} 0 0`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});
