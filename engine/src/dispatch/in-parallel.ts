/** Works on a list with so many items under way at once. Rejects with the first failure; what is under way goes on. */
export async function inParallel<T>(list: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = list.values();
  await Promise.all(
    Array.from({ length: Math.min(width, list.length) }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}
