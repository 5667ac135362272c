import { contract, type Handlers, type MethodName } from '../../core/contract/contract.ts';
import type { Answer, AppError } from '../../core/contract/method.ts';
import { err, type Result } from '../../core/result.ts';
import type { Log } from '../log.ts';

/** The origin of the application's own page; nothing else may call. */
const APP_ORIGIN = 'app://main';

type Frame = { readonly origin: string; readonly parent: unknown };

/** What is known of who calls: a part of Electron's event, so that tests can make one. */
export type CallEvent = { readonly senderFrame: Frame | null };

export type Call = { readonly name: MethodName; readonly event: CallEvent; readonly args: unknown };

function isOurPage({ senderFrame }: CallEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === APP_ORIGIN;
}

function parseArgs<M extends MethodName>(name: M, given: unknown): Result<unknown, AppError> {
  const parsed = contract[name].args.safeParse(given);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  const where = issue?.path.length ? ` (${issue.path.join('.')})` : '';
  const message = `The request ${name}${where} is not valid: it ${issue?.message ?? 'is unknown'}.`;
  return err({ code: 'bad-request', message });
}

/**
 * Answers one call: checks who calls, parses the argument, runs the handler.
 *
 * Never throws: a bug in a handler is logged and comes back as 'failed'.
 */
export async function answer(handlers: Handlers, call: Call, log: Log): Promise<Answer<unknown>> {
  const { name, event, args } = call;
  if (!isOurPage(event)) {
    log.warn(`A call of ${name} from ${event.senderFrame?.origin ?? 'a closed frame'} was refused.`);
    return err({ code: 'refused', message: 'The request did not come from the application itself.' });
  }
  const parsed = parseArgs(name, args);
  if (!parsed.ok) return parsed;
  const handler = handlers[name] as (args: unknown) => Promise<Answer<unknown>>;
  return withoutThrowing(() => handler(parsed.value), { what: `The call of ${name}`, log });
}

/** Runs work; a bug in it is logged under the name of the work and comes back as 'failed'. */
export async function withoutThrowing<V>(
  work: () => Promise<Answer<V>>,
  { what, log }: { readonly what: string; readonly log: Log },
): Promise<Answer<V>> {
  try {
    return await work();
  } catch (error) {
    log.error(`${what} failed:`, error);
    return err({ code: 'failed', message: 'Something went wrong inside the application. It is in the log.' });
  }
}
