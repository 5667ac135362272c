/**
 * Calls back once what was painted last is on the screen, and returns what takes that back.
 *
 * The first frame from now may still be the one it is painted in, and the next begins when the screen has it.
 */
export function whenShown(work: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(work);
    });
  });
  return () => cancelAnimationFrame(frame);
}
