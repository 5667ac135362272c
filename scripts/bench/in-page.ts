// These functions run inside the window: each is sent there as text and may use nothing from around it.

/** Times between frames while each frame turns the wheel, and how long until all is sharp again after. */
export async function turnWheel({ gesture, count }: { gesture: 'pan' | 'zoom'; count: number }) {
  const canvas = document.querySelector('[role=application]') as HTMLElement;
  const box = canvas.getBoundingClientRect();
  const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const frames: number[] = [];
  let last = await frame();
  for (let index = 0; index < count; index++) {
    const back = index % 60 < 30 ? 1 : -1;
    const delta = gesture === 'pan' ? { deltaX: 6 * back, deltaY: 0 } : { deltaX: 0, deltaY: 24 * back };
    canvas.dispatchEvent(new WheelEvent('wheel', { ...delta, ...at, bubbles: true, cancelable: true }));
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  const ended = performance.now();
  const drawing = canvas.firstElementChild as HTMLElement;
  while (drawing.style.transform !== '') await new Promise((resolve) => setTimeout(resolve, 1));
  await frame();
  return { frames, sharpMs: performance.now() - ended };
}

/** Makes one Konva node a line, painted once, and gives them to `panned`; Konva stands in `Reference`. */
export async function makeNodes(lines: readonly (readonly number[])[]) {
  type Node = { add(child: Node): void; x(value?: number): number; destroy(): void };
  type Made = new (options: object) => Node;
  const { Reference } = globalThis as unknown as { Reference: Record<'Stage' | 'Layer' | 'Line', Made> };
  const { Stage, Layer, Line } = Reference;
  const host = document.createElement('div');
  host.style.cssText = 'position:fixed;inset:0;z-index:99;background:white';
  document.body.append(host);
  const scale = 1600 / Math.max(...lines.map((points) => Math.max(...points)));
  const stage = new Stage({ container: host, width: 1600, height: 1000 });
  const layer = new Layer({ scaleX: scale, scaleY: scale });
  for (const points of lines) layer.add(new Line({ points, stroke: '#222', strokeWidth: 0.2 }));
  stage.add(layer);
  Object.assign(globalThis, { panned: layer });
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** Pans what `makeNodes` made over so many frames. */
export async function panNodes(count: number) {
  const { panned } = globalThis as unknown as { panned: { x(value?: number): number } };
  for (let index = 0; index < count; index++) {
    panned.x(panned.x() + 3);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  // What was asked for last is painted too.
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Frame times while what is at a place is dragged, and how long each edit takes from its event to the paint. */
export async function dragInPage({
  at,
  rounds,
  moves,
}: {
  at: { x: number; y: number };
  rounds: number;
  moves: number;
}) {
  const canvas = document.querySelector('[role=application]') as HTMLElement;
  canvas.setPointerCapture = () => undefined;
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const [frames, commits]: [number[], number[]] = [[], []];
  let { x, y } = at;
  const send = (type: string, buttons: number) => {
    const button = type === 'pointermove' ? -1 : 0;
    canvas.dispatchEvent(
      new PointerEvent(type, { clientX: x, clientY: y, pointerId: 1, button, buttons, bubbles: true }),
    );
  };
  for (let round = 0; round < rounds; round++) {
    send('pointermove', 0);
    await frame();
    send('pointerdown', 1);
    let last = await frame();
    for (let index = 0; index < moves; index++) {
      x += index % 12 < 6 ? 2 : -2;
      y += 0.2;
      send('pointermove', 1);
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    // The first callback of the next frame begins before the painting, the last one comes after it.
    let painting = 0;
    requestAnimationFrame(() => {
      painting = performance.now();
    });
    const began = performance.now();
    send('pointerup', 0);
    const handled = performance.now() - began;
    await frame();
    commits.push(handled + performance.now() - painting);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  return { frames, commits };
}
