/** The address of a cell; pressing it selects the cell in the sheet. */
import { Link } from '@fluentui/react-components';
import { shownText } from '../../context/figures';
import { usePane } from '../../context/usePane';
import { useCellLinkStyles } from './CellLink.styles';

export function CellLink({ cell, children }: { cell: string; children?: string }) {
  const { pane, words } = usePane();
  const styles = useCellLinkStyles();
  const address = shownText(cell, 60);
  return (
    <Link
      as="button"
      inline
      className={styles.link}
      // What is read begins with what is written, so that it can be spoken to.
      aria-label={
        children === undefined ? words.showCells(address) : `${children}: ${words.showCells(address)}`
      }
      onClick={() => void pane.goTo(cell)}
    >
      {children ?? address}
    </Link>
  );
}
