import { makeStyles, shorthands, tokens } from '@fluentui/react-components';

const line = shorthands.borderBottom('1px', 'solid', tokens.colorNeutralStroke3);

export const useLoopsStyles = makeStyles({
  loops: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  empty: { padding: `${tokens.spacingVerticalM} 0`, '& p': { margin: 0 } },
  heading: {
    display: 'block',
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  loop: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    width: '100%',
    height: '100%',
    padding: '0 4px 0 0',
    ...shorthands.borderWidth(0),
    ...line,
    ...shorthands.borderLeft('3px', 'solid', 'transparent'),
    backgroundColor: 'transparent',
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    // Contrast themes draw what is transparent.
    '@media (forced-colors: active)': { '&[aria-pressed="false"]': { borderLeftColor: 'Canvas' } },
    '&[aria-pressed="true"]': {
      backgroundColor: tokens.colorBrandBackground2,
      ...shorthands.borderLeft('3px', 'solid', tokens.colorBrandForeground1),
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  rank: { textAlign: 'end', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  path: {
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitLineClamp: '2',
    WebkitBoxOrient: 'vertical',
    overflowWrap: 'anywhere',
  },
  amount: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  kind: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  note: { margin: '4px 0', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  legs: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    '& th': {
      textAlign: 'start',
      fontWeight: tokens.fontWeightRegular,
      color: tokens.colorNeutralForeground3,
    },
    '& td, & th': { padding: '4px 4px 4px 0', ...line },
  },
  smallest: { fontWeight: tokens.fontWeightSemibold },
  number: { textAlign: 'end !important' as 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  flags: {
    margin: '8px 0 0',
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    '& li': { padding: '2px 0' },
  },
});
