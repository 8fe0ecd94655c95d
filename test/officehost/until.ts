/** Waits until something is so; fails with the last thing seen. No fixed pauses: it looks again at every turn. */
export async function until<T>(look: () => T, enough: (seen: T) => boolean): Promise<T> {
  const end = performance.now() + 20_000;
  let seen = look();
  while (!enough(seen)) {
    if (performance.now() > end) throw new Error(`Waited in vain; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    seen = look();
  }
  return seen;
}
