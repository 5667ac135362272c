import type { EventOf } from '../../core/contract/contract.ts';
import type { Announce } from './main-window.ts';

/**
 * What is told to the page: held back while none listens, before the first has begun to and after it broke.
 *
 * A plan that is to be shown waits as its id alone, the last one counts: a page asks for it when it begins.
 */
export class PageEvents {
  readonly #send: Announce;
  #waiting: (() => void)[] | null = [];
  #openPlanId: string | null = null;

  constructor(send: Announce) {
    this.#send = send;
  }

  /** Whether a page listens. */
  get isHeard(): boolean {
    return this.#waiting === null;
  }

  readonly announce: Announce = (event, payload) => {
    if (this.#waiting === null) this.#send(event, payload);
    // What was chosen from the menu for a broken page is not for the next one.
    else if (event !== 'command.run') this.#waiting.push(() => this.#send(event, payload));
  };

  showPlan({ planId, remarks }: EventOf<'plan.openRequested'>): void {
    if (this.isHeard) {
      this.announce('plan.openRequested', { planId, remarks });
      return;
    }
    this.#openPlanId = planId;
    for (const message of remarks) this.announce('app.message', { message, tone: 'fail' });
  }

  /** A page listens from now on: sends what waited, gives the id of the plan it is to show. */
  pageListens(): string | null {
    const [sends, planId] = [this.#waiting ?? [], this.#openPlanId];
    this.#waiting = null;
    this.#openPlanId = null;
    for (const send of sends) send();
    return planId;
  }

  pageBroke(): void {
    this.#waiting ??= [];
  }
}
