/** What each column was taken for; another choice is remembered in the workbook. */
import { Select } from '@fluentui/react-components';
import { lettersWithoutHeading } from '../../../app/corrections';
import type { Analysis, DealRole } from '../../../engine/index';
import { shownText } from '../../context/figures';
import { usePane } from '../../context/usePane';
import { CellLink } from '../CellLink/CellLink';
import { useReadingStyles } from './Reading.styles';

type Column = Analysis['ledger']['columns'][number];

export function ColumnChoices({ columns }: { columns: readonly Column[] }) {
  return columns.map((column) => <ColumnChoice key={column.cell} column={column} />);
}

function ColumnChoice({ column: { cell, heading, role, reason } }: { column: Column }) {
  const { pane, words } = usePane();
  const styles = useReadingStyles();
  const letters = lettersWithoutHeading({ cell, heading });
  const name = letters === null ? shownText(heading, 40) : words.columnWithoutHeading(letters);
  return (
    <div className={styles.column}>
      <CellLink cell={cell}>{name === '' ? shownText(cell) : name}</CellLink>
      <Select
        size="small"
        aria-label={words.roleOf(name)}
        title={shownText(reason, 200)}
        value={role ?? ''}
        onChange={(_, { value }) =>
          void pane.chooseRole(cell, heading, value === '' ? null : (value as DealRole))
        }
      >
        <option value="">{words.notUsed}</option>
        {Object.entries(words.roles).map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  );
}
