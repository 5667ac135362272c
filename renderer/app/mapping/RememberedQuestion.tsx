import { useEffect, useState } from 'react';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { bridge } from '../../storage/bridge.ts';
import { MappingDialog } from './MappingDialog.tsx';
import type { Question } from './mapping-question.ts';
import { MAPPINGS_KEY, rememberedMapping, withMapping } from './stored-mappings.ts';

/** Asks what the features of a file are, and remembers it for the next file with the same attributes. */
export function RememberedQuestion({ asked, answer }: Question) {
  const [stored, setStored] = useState<{ readonly text: string | undefined } | null>(null);
  useEffect(() => {
    void bridge['app.settings']({}).then((settings) =>
      setStored({ text: settings.ok ? settings.value[MAPPINGS_KEY] : undefined }),
    );
  }, []);
  if (!stored) return null;
  const { fingerprint } = asked.survey;
  const keep = (mapping: Mapping | null): void => {
    const value = mapping && withMapping(stored.text, { fingerprint, mapping });
    if (value) void bridge['app.setSetting']({ key: MAPPINGS_KEY, value });
    answer(mapping);
  };
  return (
    <MappingDialog asked={asked} remembered={rememberedMapping(stored.text, fingerprint)} onAnswer={keep} />
  );
}
