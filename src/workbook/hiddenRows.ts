/** Which hidden rows are a filter's doing. */
import type { Area, Sheet } from '../engine/index';

/**
 * Neither Excel nor a file says of a row more than that it is hidden. Where a filter has a criterion, the rows hidden
 * under it, its heading aside, are taken for its doing; all others for the user's.
 */
export function splitHidden(
  hidden: readonly number[],
  filter: { readonly area: Area; readonly filtering: boolean } | null,
): Pick<Sheet, 'hiddenRows' | 'filter'> {
  if (filter === null) return { hiddenRows: hidden, filter: null };
  const { area, filtering } = filter;
  const filtered = (row: number): boolean => filtering && row > area.top && row <= area.bottom;
  return {
    hiddenRows: hidden.filter((row) => !filtered(row)),
    filter: { area, hiddenRows: hidden.filter(filtered) },
  };
}
