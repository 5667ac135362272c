import { useState } from 'react';
import { text } from '../../messages/text.ts';
import { bridge } from '../../storage/bridge.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';

/** What gets another name. */
export type Renamed = { readonly what: 'site' | 'plan'; readonly id: string; readonly name: string };

type Props = {
  readonly renamed: Renamed;
  readonly onClose: () => void;
  readonly onChanged: () => void;
};

const titles = { site: 'home.renameSite', plan: 'home.renamePlan' } as const;
const labels = { site: 'home.siteName', plan: 'home.planName' } as const;

/** Asks for another name of a site or plan; what is refused stays typed with the reason. */
export function RenameDialog({ renamed, onClose, onChanged }: Props) {
  const { what, id } = renamed;
  const [typed, setTyped] = useState(renamed.name);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async () => {
    const name = typed.trim();
    if (name === '') return setRefusal(text('home.needsName'));
    const answer =
      what === 'site'
        ? await bridge['sites.rename']({ siteId: id, name })
        : await bridge['plans.rename']({ planId: id, name });
    if (!answer.ok) return setRefusal(answer.error.message);
    onChanged();
    onClose();
  };
  return (
    <Dialog
      isOpen
      size="small"
      title={text(titles[what])}
      closeLabel={text('app.close')}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>{text('app.cancel')}</Button>
          <Button type="submit" look="primary">
            {text('home.keepName')}
          </Button>
        </>
      }
    >
      <TextField
        label={text(labels[what])}
        autoFocus
        onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}
        maxLength={200}
        value={typed}
        error={refusal}
        onChange={(next) => {
          setTyped(next);
          setRefusal(null);
        }}
      />
    </Dialog>
  );
}
