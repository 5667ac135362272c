import { useSyncExternalStore } from 'react';
import type { ScreenPoint } from '../editor/viewport.ts';

/** Where the pointer is over the drawing: told to those who ask, so that a move renders nothing else. */
export class PointerPlace {
  #at: ScreenPoint | null = null;
  readonly #listeners = new Set<() => void>();

  get at(): ScreenPoint | null {
    return this.#at;
  }

  set at(at: ScreenPoint | null) {
    this.#at = at;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
}

/** The place of the pointer, rendered again on every move. */
export function usePointerPlace(place: PointerPlace): ScreenPoint | null {
  return useSyncExternalStore(place.subscribe, () => place.at);
}
