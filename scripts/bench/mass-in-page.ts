/** Milliseconds from a key on the drawing until the frame with what came of it has been painted. */
export async function keyToPaint(init: KeyboardEventInit) {
  const canvas = document.querySelector('[role=application]') as HTMLElement;
  canvas.focus();
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const task = () => new Promise((resolve) => setTimeout(resolve, 0));
  await frame();
  await task();
  const began = performance.now();
  canvas.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
  // Behind whatever the window does in this frame; the task after it begins when the frame has been painted.
  await frame();
  await task();
  return performance.now() - began;
}

/** Milliseconds of one plain pass over the records in `plainRecords`: all copied, their points shifted. */
export function plainPass() {
  const { plainRecords } = globalThis as unknown as { plainRecords: readonly unknown[] };
  const shifted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shifted);
    if (typeof value !== 'object' || value === null) return value;
    const copy: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(value)) copy[key] = shifted(field);
    if (typeof copy.x === 'number' && typeof copy.y === 'number') {
      copy.x = Math.round((copy.x + 0.1) * 1000) / 1000;
      copy.y = Math.round(copy.y * 1000) / 1000;
    }
    return copy;
  };
  const began = performance.now();
  const copies = plainRecords.map(shifted);
  const took = performance.now() - began;
  if (copies.length !== plainRecords.length) throw new Error('Not every record was copied.');
  return took;
}
