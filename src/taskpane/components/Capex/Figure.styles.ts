import { makeStyles, tokens } from '@fluentui/react-components';

export const useFigureStyles = makeStyles({
  figure: { fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
  link: {
    color: tokens.colorNeutralForeground1,
    fontSize: 'inherit',
    fontWeight: 'inherit',
    overflowWrap: 'break-word',
    textDecorationColor: tokens.colorNeutralStroke1,
    textDecorationStyle: 'dotted',
    textUnderlineOffset: '3px',
    ':hover': { color: tokens.colorBrandForegroundLinkHover },
  },
  before: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase100 },
  unknown: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
});
