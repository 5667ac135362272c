const RealDate = Date;

/** The clock of this process, moved: what reads the time in it is told another one. */
export class MovedClock {
  #now: number;

  constructor(start: string) {
    this.#now = RealDate.parse(start);
    const now = (): number => this.#now;
    globalThis.Date = class extends RealDate {
      constructor(...given: readonly unknown[]) {
        super(...((given.length === 0 ? [now()] : given) as [number]));
      }
      static override now(): number {
        return now();
      }
    } as DateConstructor;
  }

  /** Moves it by so many milliseconds, back as well. */
  move(by: number): void {
    this.#now += by;
  }

  /** Gives the process its own clock back. */
  end(): void {
    globalThis.Date = RealDate;
  }
}
