/** The first view: how the score comes about, what changed, and what all of it was read from. */
import { Changes } from '../Changes/Changes';
import { Reading } from '../Reading/Reading';
import { Waterfall } from '../Waterfall/Waterfall';
import { useOverviewStyles } from './Overview.styles';

export function Overview() {
  const styles = useOverviewStyles();
  return (
    <div className={styles.overview}>
      <Changes />
      <Waterfall />
      <Reading />
    </div>
  );
}
