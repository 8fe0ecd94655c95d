/** The address of a cell; pressing it selects the cell in the sheet. */
import { Link } from '@fluentui/react-components';
import { shownText } from '../../context/figures';
import { usePane } from '../../context/usePane';

export function CellLink({ cell, children }: { cell: string; children?: React.ReactNode }) {
  const { pane, words } = usePane();
  const address = shownText(cell, 60);
  return (
    <Link as="button" inline aria-label={words.showCells(address)} onClick={() => void pane.goTo(cell)}>
      {children ?? address}
    </Link>
  );
}
