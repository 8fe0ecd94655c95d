import { makeStyles, shorthands, tokens } from '@fluentui/react-components';

const accent = tokens.colorBrandForeground1;

export const useFlowStyles = makeStyles({
  room: { width: '100%', minHeight: '40px' },
  picture: { display: 'block', maxWidth: '100%' },
  arrow: { cursor: 'pointer' },
  plain: { color: `color-mix(in srgb, ${accent} 62%, ${tokens.colorNeutralForeground3})` },
  lit: { color: accent, '@media (forced-colors: active)': { color: 'Highlight' } },
  faint: {
    color: tokens.colorNeutralStroke2,
    '@media (forced-colors: active)': { color: 'GrayText', opacity: 0.45 },
  },
  hollow: { fill: tokens.colorNeutralBackground1 },
  key: { color: tokens.colorNeutralForeground3 },
  party: { fill: tokens.colorNeutralBackground3, stroke: tokens.colorNeutralStroke1, strokeWidth: '1px' },
  litParty: { fill: tokens.colorBrandBackground2, stroke: accent, strokeWidth: '1.75px' },
  ink: { fill: tokens.colorNeutralForeground1, pointerEvents: 'none' },
  litInk: { fill: accent, pointerEvents: 'none' },
  quiet: { fill: tokens.colorNeutralForeground3, pointerEvents: 'none' },
  label: { pointerEvents: 'none' },
  paper: { fill: tokens.colorNeutralBackground1 },
  badge: { fill: tokens.colorNeutralForeground3 },
  litBadge: { fill: accent },
  onBadge: { fill: tokens.colorNeutralBackground1, pointerEvents: 'none' },
  behind: { position: 'relative', marginTop: tokens.spacingVerticalXS },
  copy: { position: 'absolute', top: 0, right: 0 },
  summary: {
    width: 'fit-content',
    padding: '4px 0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    '& caption': { textAlign: 'start', color: tokens.colorNeutralForeground3, paddingBottom: '4px' },
    '& th': {
      textAlign: 'start',
      fontWeight: tokens.fontWeightRegular,
      color: tokens.colorNeutralForeground3,
    },
    '& td, & th': {
      padding: '2px 4px 2px 0',
      ...shorthands.borderBottom('1px', 'solid', tokens.colorNeutralStroke3),
    },
  },
  inLoop: { fontWeight: tokens.fontWeightSemibold },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});
