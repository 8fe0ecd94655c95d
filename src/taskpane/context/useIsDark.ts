/** Whether the pane is dark: as Office says, else as the system does. */
import { useSyncExternalStore } from 'react';

const query = '(prefers-color-scheme: dark)';

export function useIsDark(office: boolean | null): boolean {
  const system = useSyncExternalStore(follow, () => window.matchMedia(query).matches);
  return office ?? system;
}

function follow(changed: () => void): () => void {
  const list = window.matchMedia(query);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
}
