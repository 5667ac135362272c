import { useEffect } from 'react';
import type { Tell } from '../../commands/command.ts';
import { ownTemplates, type TemplateStore } from '../../hooks/own-templates.ts';
import { bridge } from '../../storage/bridge.ts';

const store: TemplateStore = {
  list: () => bridge['templates.list']({}),
  save: (name, text) => bridge['templates.save']({ name, text }),
  rename: (id, name) => bridge['templates.rename']({ id, name }),
  remove: (id) => bridge['templates.remove']({ id }),
};

/** Reads the person's own templates once a plan is open. */
export function useStoredTemplates(tell: Tell): void {
  useEffect(() => {
    void ownTemplates.connect(store).then((refusal) => {
      if (refusal !== null) tell(refusal, { tone: 'fail' });
    });
  }, [tell]);
}
