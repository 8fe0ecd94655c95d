import { makeStyles, shorthands, tokens } from '@fluentui/react-components';

export const usePaneAppStyles = makeStyles({
  provider: { backgroundColor: 'transparent' },
  views: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalM,
  },
  tabs: {
    // Excel's own menu of the pane lies over the top right corner: the tabs stay below the answer.
    margin: '0 -8px',
    ...shorthands.borderBottom('1px', 'solid', tokens.colorNeutralStroke2),
  },
  bones: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    '& i': {
      height: '12px',
      borderRadius: tokens.borderRadiusSmall,
      backgroundColor: tokens.colorNeutralStroke2,
    },
  },
});
