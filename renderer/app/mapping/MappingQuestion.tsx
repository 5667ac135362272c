import { type FunctionComponent, useEffect, useState, useSyncExternalStore } from 'react';
import { mappingQuestion, type Question, subscribeToMappingQuestion } from './mapping-question.ts';

/** Asks what the features of a file are when they are not understood; loaded once something is asked. */
export function MappingQuestion() {
  const question = useSyncExternalStore(subscribeToMappingQuestion, mappingQuestion);
  const [loaded, setLoaded] = useState<{ readonly Dialog: FunctionComponent<Question> } | null>(null);
  useEffect(() => {
    if (!question || loaded) return;
    void import('./RememberedQuestion.tsx').then(({ RememberedQuestion }) =>
      setLoaded({ Dialog: RememberedQuestion }),
    );
  }, [question, loaded]);
  if (!question || !loaded) return null;
  return <loaded.Dialog key={question.asked.id} asked={question.asked} answer={question.answer} />;
}
