// Something that is loaded when it is first asked for, and kept.

/** @returns loads at the first call; a load that failed is not kept: the next call tries again. */
export function keptLoad<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
