import { useSyncExternalStore } from 'react';
import type { Answer } from '../../core/contract/method.ts';
import type { StoredTemplate } from '../../core/contract/shapes.ts';

/** Where the templates are kept. */
export type TemplateStore = {
  readonly list: () => Promise<Answer<StoredTemplate[]>>;
  readonly save: (name: string, text: string) => Promise<Answer<StoredTemplate>>;
  readonly rename: (id: string, name: string) => Promise<Answer<null>>;
  readonly remove: (id: string) => Promise<Answer<null>>;
};

/** The person's own templates: read once, then kept up with what is stored. */
class OwnTemplates {
  #store: TemplateStore | null = null;
  #all: readonly StoredTemplate[] = [];
  readonly #listeners = new Set<() => void>();

  readonly all = (): readonly StoredTemplate[] => this.#all;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Reads what is stored; the sentence why it cannot be read, or null. */
  async connect(store: TemplateStore): Promise<string | null> {
    this.#store = store;
    const stored = await store.list();
    if (stored.ok) this.#show(stored.value);
    return stored.ok ? null : stored.error.message;
  }

  /** Keeps a text under a name; the sentence why not, or null when it is stored. */
  save(name: string, text: string): Promise<string | null> {
    return this.#change((store) => store.save(name, text));
  }

  rename(id: string, name: string): Promise<string | null> {
    return this.#change((store) => store.rename(id, name));
  }

  remove(id: string): Promise<string | null> {
    return this.#change((store) => store.remove(id));
  }

  async #change(request: (store: TemplateStore) => Promise<Answer<unknown>>): Promise<string | null> {
    if (!this.#store) throw new Error('The templates were not connected to their store.');
    const answer = await request(this.#store);
    if (!answer.ok) return answer.error.message;
    return this.connect(this.#store);
  }

  #show(all: readonly StoredTemplate[]): void {
    this.#all = all;
    for (const listener of this.#listeners) listener();
  }
}

export const ownTemplates = new OwnTemplates();

export function useOwnTemplates(): readonly StoredTemplate[] {
  return useSyncExternalStore(ownTemplates.subscribe, ownTemplates.all);
}
