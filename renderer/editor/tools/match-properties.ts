import { matchProperties } from '../../../core/operations/match/match-properties.ts';
import type { AnyId } from '../../../core/plan/kinds/index.ts';
import { diffOrNothing, refuse } from '../gestures/answer.ts';
import type { EditorMessageKey } from '../message-keys.ts';
import type { Tool, ToolContext, ToolStep } from '../tool.ts';

export type MatchState = { readonly phase: 'idle'; readonly over: AnyId | null };

const idle: MatchState = { phase: 'idle', over: null };

/**
 * Makes records like another one. One that is selected is copied from, and each click makes a record like
 * it; when several are selected, the click says what they are to be like.
 */
export const matchPropertiesTool: Tool<MatchState> = {
  id: 'match-properties',
  initial: idle,
  hint: () => 'hint.match-properties',
  step: (state, event, context) => {
    if (event.type === 'key') return event.key === 'Escape' ? { state: idle, done: true } : { state };
    if (event.type === 'cancel') return { state: idle };
    if (event.type === 'move') return { state: { phase: 'idle', over: event.hit } };
    return event.type === 'down' && event.hit ? click(state, event.hit, context) : { state };
  },
  preview: ({ over }, context) => {
    const pair = over && pairOf(over, context);
    if (!pair) return null;
    const diff = diffOrNothing(matchProperties(context.plan, pair.source, pair.targets));
    return { diff, guides: [], measure: null };
  },
};

/** What is copied from and what is to be like it; null while nothing is selected to begin with. */
function pairOf(hit: AnyId, { selection }: ToolContext) {
  const [only] = selection;
  if (only === undefined) return null;
  return selection.size === 1 ? { source: only, targets: [hit] } : { source: hit, targets: [...selection] };
}

function click(state: MatchState, hit: AnyId, context: ToolContext): ToolStep<MatchState> {
  const pair = pairOf(hit, context);
  if (!pair) return { state, select: [hit] };
  const result = matchProperties(context.plan, pair.source, pair.targets);
  if (!result.ok) return refuse(state, result.error);
  const label: EditorMessageKey = 'edit.match';
  return { state, commit: { label, diff: result.value } };
}
