import { makeStyles, shorthands, tokens } from '@fluentui/react-components';

export const useShareStyles = makeStyles({
  share: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  lead: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  wishes: { display: 'flex', flexDirection: 'column' },
  heading: {
    display: 'block',
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  notes: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200 },
  line: {
    display: 'block',
    height: '100%',
    boxSizing: 'border-box',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    lineHeight: '27px',
    fontSize: tokens.fontSizeBase200,
    ...shorthands.borderBottom('1px', 'solid', tokens.colorNeutralStroke3),
  },
});
