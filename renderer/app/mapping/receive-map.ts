import type { Bridge, Value } from '../../../core/contract/contract.ts';
import type { Answer } from '../../../core/contract/method.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { err, ok } from '../../../core/result.ts';
import type { Asked, AskMapping } from './mapping-question.ts';

type Setup = {
  readonly bridge: Pick<Bridge, 'import.foreign' | 'import.asPlan'>;
  readonly ask: AskMapping;
};

const cancelled = err({ code: 'cancelled', message: 'Nothing was brought in.' } as const);

/** What a person says the features of the file are that was not understood last. */
export async function mappingFor(
  road: Asked['road'],
  { bridge, ask }: { readonly bridge: Pick<Bridge, 'import.foreign'>; readonly ask: AskMapping },
): Promise<Answer<{ readonly id: string; readonly mapping: Mapping }>> {
  const foreign = await bridge['import.foreign']({ road });
  if (!foreign.ok) return foreign;
  const mapping = await ask({ ...foreign.value, road });
  return mapping ? ok({ id: foreign.value.id, mapping }) : cancelled;
}

/** The plan of a file that was read, after a person was asked what its features are where they are not understood. */
export async function planOrAsk<V>(
  answer: Answer<V>,
  setup: Setup,
): Promise<Answer<V | Value<'import.asPlan'>>> {
  if (answer.ok || answer.error.code !== 'not-understood') return answer;
  const said = await mappingFor('plan', setup);
  return said.ok
    ? setup.bridge['import.asPlan']({ id: said.value.id, mapping: asSent(said.value.mapping) })
    : said;
}

/** The mapping as a value of its own: what crosses to main is no part of what the window holds. */
export const asSent = (mapping: Mapping) => structuredClone(mapping) as Sent;

type Sent = Parameters<Bridge['import.asPlan']>[0]['mapping'];
