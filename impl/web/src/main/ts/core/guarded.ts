/**
 * A listener that is told only while it is the one to tell.
 *
 * @param listener an object of functions that return nothing
 */
export function guarded<L extends object>(counts: () => boolean, listener: L): L {
  const guard =
    (tell: (...values: unknown[]) => void) =>
    (...values: unknown[]): void => {
      if (counts()) {
        tell(...values);
      }
    };
  const entries = Object.entries(listener).map(([name, tell]) => [name, guard(tell)]);
  return Object.fromEntries(entries) as L;
}
