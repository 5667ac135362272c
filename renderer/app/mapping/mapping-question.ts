import type { Value } from '../../../core/contract/contract.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';

/** A file with features that are not understood, and which road it takes: a plan of its own, or into the open one. */
export type Asked = Value<'import.foreign'> & { readonly road: 'plan' | 'part' };

/** Asks a person what the features of a file are; null when they do not want the file after all. */
export type AskMapping = (asked: Asked) => Promise<Mapping | null>;

export type Question = { readonly asked: Asked; readonly answer: (mapping: Mapping | null) => void };

let question: Question | null = null;
const listeners = new Set<() => void>();

function show(next: Question | null): void {
  question = next;
  for (const listener of listeners) listener();
}

/** What is asked now; null when nothing is. */
export const mappingQuestion = (): Question | null => question;

export function subscribeToMappingQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Asks in a dialog of the window; what was asked before and is not answered yet is given up. */
export const askMapping: AskMapping = (asked) =>
  new Promise((resolve) => {
    question?.answer(null);
    const answer = (mapping: Mapping | null): void => {
      if (question === own) show(null);
      resolve(mapping);
    };
    const own: Question = { asked, answer };
    show(own);
  });
