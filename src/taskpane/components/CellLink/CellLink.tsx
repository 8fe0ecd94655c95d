/** The address of a cell; pressing it selects the cell in the sheet. */
import { Link } from '@fluentui/react-components';
import { shownText } from '../../context/figures';
import { usePane } from '../../context/usePane';
import { useCellLinkStyles } from './CellLink.styles';

export function CellLink({ cell, children }: { cell: string; children?: React.ReactNode }) {
  const { pane, words } = usePane();
  const styles = useCellLinkStyles();
  const address = shownText(cell, 60);
  return (
    <Link
      as="button"
      inline
      className={styles.link}
      aria-label={words.showCells(address)}
      onClick={() => void pane.goTo(cell)}
    >
      {children ?? address}
    </Link>
  );
}
