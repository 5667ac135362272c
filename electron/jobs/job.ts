import type { AppError } from '../../core/contract/method.ts';
import type { Result } from '../../core/result.ts';

/** What a job may take, and what is told when it ends otherwise than by its own answer. */
export type JobTerms = {
  /** What it is within a sentence: "The … was cancelled." */
  readonly noun: string;
  /** What to do while another one is still running, as a sentence. */
  readonly whileAnother: string;
  /** What holds after it was cancelled, as a sentence. */
  readonly afterCancel: string;
  /** What holds after it broke off and what to do, as a sentence or two. */
  readonly afterEnd: string;
  /** Most memory of its process, megabytes resident; without any work it takes about 100. */
  readonly mostMegabytes: number;
  readonly mostMinutes: number;
};

/** How the work of a job speaks to main while it runs. */
export type JobContext<Part> = {
  /** How far it is, 0 to 1, and what it is doing, as a word that the window knows. */
  readonly progress: (done: number, doing?: string) => void;
  /** Hands over a part of the value; done when main has taken it. One that main refuses ends the job. */
  readonly give: (part: Part) => Promise<void>;
};

/** The work itself, in the process of the job. What it is given and gives is copied between the processes. */
export type Work<Request, Value, Part = never> = (
  request: Request,
  context: JobContext<Part>,
) => Promise<Result<Value, AppError>>;

export type Job<Request, Value, Part> = JobTerms & {
  /** Loads the work, which main never does. */
  readonly load: () => Promise<Work<Request, Value, Part>>;
};

/** One job of the table: its terms, and where its work is loaded from. */
export function job<Request, Value, Part = never>(
  terms: JobTerms,
  load: () => Promise<Work<Request, Value, Part>>,
): Job<Request, Value, Part> {
  return { ...terms, load };
}
