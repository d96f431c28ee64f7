// Work on many things, a few of them at once: most of the time is waiting for answers.

/**
 * Works until `next` has nothing more.
 * @param next the next thing; undefined when there is none.
 * @param atOnce how many are worked on at the same time.
 * @throws what `work` throws first; the others that are under way go on.
 */
export async function sideBySide<T>(
  next: () => T | undefined,
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const hand = async () => {
    for (let item = next(); item !== undefined; item = next()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
}
