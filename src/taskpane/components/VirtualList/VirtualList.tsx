/**
 * A long list of which only the rows in sight are drawn; all rows are as high as one another.
 *
 * Screen readers are told how many there are. The rows before and behind are room, so that the scroll bar is right.
 */
import { useState, type ReactNode } from 'react';
import { mergeClasses } from '@fluentui/react-components';
import { useVirtualListStyles } from './VirtualList.styles';

export interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** Pixels. */
  readonly rowHeight: number;
  /** Most that the list takes, in pixels; it is lower when it has fewer rows. */
  readonly mostHeight: number;
  readonly row: (index: number) => ReactNode;
  readonly className?: string;
}

/** Rows drawn beyond what is in sight, so that scrolling by keys finds them. */
const margin = 4;

export function VirtualList({ label, count, rowHeight, mostHeight, row, className }: VirtualListProps) {
  const styles = useVirtualListStyles();
  const [top, setTop] = useState(0);
  const height = Math.min(mostHeight, count * rowHeight);
  const first = Math.max(0, Math.floor(Math.min(top, count * rowHeight - height) / rowHeight) - margin);
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + margin);
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
  return (
    <div
      className={mergeClasses(styles.list, className)}
      style={{ height }}
      role="list"
      aria-label={label}
      tabIndex={0}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div style={{ height: count * rowHeight, position: 'relative' }} role="presentation">
        {rows.map((index) => (
          <div
            key={index}
            role="listitem"
            aria-setsize={count}
            aria-posinset={index + 1}
            className={styles.row}
            style={{ top: index * rowHeight, height: rowHeight }}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
