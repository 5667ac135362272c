import type { Value } from '../../core/contract/contract.ts';
import type { Answer } from '../../core/contract/method.ts';

type Received = Value<'files.import'>;

export type OpenFiles = {
  /** Stores the plan of a file. */
  readonly receive: (file: string) => Promise<Answer<Received>>;
  readonly show: (plan: Received) => void;
  readonly tell: (message: string) => void;
};

/** Of more failures than this only the number and the first are told. */
const MOST_TOLD = 3;

/** Stores the plans of files one after the other and shows the last of them; says of each what kept it out. */
export async function openFiles(files: readonly string[], { receive, show, tell }: OpenFiles): Promise<void> {
  const failures: string[] = [];
  let last: Received | null = null;
  for (const file of files) {
    const received = await receive(file);
    if (!received.ok) failures.push(received.error.message);
    else {
      for (const remark of last?.remarks ?? []) tell(remark);
      last = received.value;
    }
  }
  const [first] = failures;
  if (first !== undefined && failures.length > MOST_TOLD) {
    tell(`${failures.length} of ${files.length} files were not opened. The first: ${first}`);
  } else for (const failure of failures) tell(failure);
  if (last) show(last);
}
