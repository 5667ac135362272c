/** What the counting below takes on an idle machine of the project. */
const REFERENCE_MS = 20;

/** Milliseconds of this thread's processor that some work takes. */
export function spentMs(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** The same, tried again where it took longer than it may: another program may have had this core's cache. */
export function leastMs(work: () => void, boundMs: number): number {
  const first = spentMs(work);
  return first <= boundMs ? first : Math.min(first, spentMs(work), spentMs(work));
}

/** How many times slower than on an idle machine this thread counts now, at least 1. */
export function noise(): number {
  const ms = spentMs(() => {
    const points = Array.from({ length: 100_000 }, (_, index) => ({ x: index, y: index % 7 }));
    const sum = points.map(({ x, y }) => Math.hypot(x, y)).reduce((total, each) => total + each, 0);
    if (sum < 0) throw new Error('Never: the sum is needed.');
  });
  return Math.max(1, ms / REFERENCE_MS);
}
