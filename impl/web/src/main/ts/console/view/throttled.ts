/** Does something soon after it was asked for, once for all that asked meanwhile. */
export function throttled(task: () => void, everyMs: number): () => void {
  let waits = false;
  return () => {
    if (!waits) {
      waits = true;
      setTimeout(() => {
        waits = false;
        task();
      }, everyMs);
    }
  };
}
