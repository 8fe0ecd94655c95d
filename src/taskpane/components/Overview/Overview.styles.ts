import { makeStyles, tokens } from '@fluentui/react-components';

export const useOverviewStyles = makeStyles({
  overview: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
});
