/** Hears of every call that took long: its name (`plans.save`) and how long it took, milliseconds. */
export type SlowCallListener = (name: string, tookMs: number) => void;

/** A frame at 60 Hz: a synchronous call that takes longer is felt. */
const SLOW_MS = 16;

/** The same object, whose methods report the calls that take longer than a frame. */
export function timed<T extends object>(area: string, target: T, onSlow: SlowCallListener): T {
  return new Proxy(target, {
    get(object, key) {
      const member: unknown = Reflect.get(object, key, object);
      if (typeof member !== 'function' || typeof key !== 'string') return member;
      return (...args: unknown[]): unknown => {
        const start = performance.now();
        const result: unknown = Reflect.apply(member, object, args);
        const took = performance.now() - start;
        if (took > SLOW_MS) onSlow(`${area}.${key}`, took);
        return result;
      };
    },
  });
}
