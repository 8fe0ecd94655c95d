import { makeStyles, shorthands, tokens } from '@fluentui/react-components';

export const useSelectedStyles = makeStyles({
  selected: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    margin: `0 -16px`,
    padding: `${tokens.spacingVerticalS} 16px`,
    backgroundColor: tokens.colorNeutralBackground1,
    ...shorthands.borderTop('1px', 'solid', tokens.colorNeutralStroke1),
    boxShadow: tokens.shadow4,
    overflowWrap: 'anywhere',
  },
  what: { margin: 0, fontSize: tokens.fontSizeBase200 },
  line: {
    display: 'block',
    margin: '2px 0 0',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});
