// These functions run inside the window: each is sent there as text and may use nothing from around it.

/** Begins to note how long the tasks of the page take. */
export function watchTasks(): void {
  const tasks: number[] = [];
  Object.assign(globalThis, { hostileTasks: tasks });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask', buffered: false });
}

/** The longest task since it was asked last, milliseconds; 0 when none took 50. */
export async function longestTask(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 30));
  const { hostileTasks } = globalThis as unknown as { hostileTasks: number[] };
  return Math.round(Math.max(0, ...hostileTasks.splice(0)));
}

/** How many times slower than on an idle machine of the project the page counts, at least 1. */
export function noiseOfPage(): number {
  const IDLE_MS = 16;
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    const began = performance.now();
    let sum = 0;
    for (let count = 0; count < 1e6; count++) sum += Math.hypot(count, sum % 7);
    if (sum < 0) throw new Error('Never: the sum is needed.');
    times.push(performance.now() - began);
  }
  return Math.max(1, (times.sort((one, other) => one - other)[3] ?? IDLE_MS) / IDLE_MS);
}

/** The part of the pixels of the drawing's bitmap that is far from the paper's colour; grid lines are not. */
export function inkShare(): number {
  const canvas = document.querySelector('[role=application] canvas') as HTMLCanvasElement;
  const context = canvas.getContext('2d');
  if (!context) return 0;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const paper = [data[0] ?? 0, data[1] ?? 0, data[2] ?? 0];
  let inked = 0;
  for (let at = 0; at < data.length; at += 4) {
    const away = [0, 1, 2].reduce(
      (sum, part) => sum + Math.abs((data[at + part] ?? 0) - (paper[part] ?? 0)),
      0,
    );
    if (away > 150) inked++;
  }
  return (inked * 4) / data.length;
}

/** The same of a PNG picture, given in base 64. */
export async function inkShareOfPicture(base64: string): Promise<number> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  if (!context) return 0;
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let inked = 0;
  for (let at = 0; at < data.length; at += 4)
    if ((data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255) < 600) inked++;
  return (inked * 4) / data.length;
}
