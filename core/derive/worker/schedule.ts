/** What is asked of a worker: a lane holds what takes each other's place. */
export type Task<T> = { readonly lane: string; readonly task: T };

/** What a worker is doing and what waits: one runs, and of each lane one waits, the newest. A value. */
export type Schedule<T> = {
  readonly running: T | null;
  /** In the order in which their lanes were first asked. */
  readonly waiting: readonly Task<T>[];
};

export const idle: Schedule<never> = { running: null, waiting: [] };

/** The schedule after something happened, what is to be started now, and what will never be. */
export type Step<T> = {
  readonly schedule: Schedule<T>;
  readonly start: T | null;
  readonly superseded: T | null;
};

/** Something is asked: it starts when nothing runs, else it waits in the place of what waits in its lane. */
export function asked<T>({ running, waiting }: Schedule<T>, asking: Task<T>): Step<T> {
  if (running === null)
    return { schedule: { running: asking.task, waiting }, start: asking.task, superseded: null };
  const place = waiting.findIndex(({ lane }) => lane === asking.lane);
  const superseded = waiting[place]?.task ?? null;
  const next = place < 0 ? [...waiting, asking] : waiting.with(place, asking);
  return { schedule: { running, waiting: next }, start: null, superseded };
}

/** What ran has ended: what has waited longest starts. */
export function ended<T>({ waiting }: Schedule<T>): Step<T> {
  const [first, ...rest] = waiting;
  const start = first?.task ?? null;
  return { schedule: { running: start, waiting: rest }, start, superseded: null };
}
