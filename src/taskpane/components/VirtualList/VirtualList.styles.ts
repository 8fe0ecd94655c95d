import { makeStyles, tokens } from '@fluentui/react-components';

export const useVirtualListStyles = makeStyles({
  list: {
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  row: { position: 'absolute', insetInlineStart: 0, insetInlineEnd: 0, boxSizing: 'border-box' },
});
