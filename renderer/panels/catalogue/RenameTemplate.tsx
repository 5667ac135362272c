import { useState } from 'react';
import type { StoredTemplate } from '../../../core/contract/shapes.ts';
import { nameRefusal } from '../../commands/templates.ts';
import { ownTemplates } from '../../hooks/own-templates.ts';
import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';

type Props = { readonly template: StoredTemplate; readonly onClose: () => void };

/** Asks for another name of a template; what is refused stays typed with the reason. */
export function RenameTemplate({ template, onClose }: Props) {
  const [typed, setTyped] = useState(template.name);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async () => {
    const name = typed.trim();
    const refused = nameRefusal(name, template.id) ?? (await ownTemplates.rename(template.id, name));
    if (refused === null) onClose();
    else setRefusal(refused);
  };
  return (
    <Dialog
      isOpen
      size="small"
      title={text('template.rename')}
      closeLabel={text('app.close')}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>{text('app.cancel')}</Button>
          <Button type="submit" look="primary">
            {text('template.keep')}
          </Button>
        </>
      }
    >
      <TextField
        label={text('template.name')}
        autoFocus
        onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}
        maxLength={100}
        autoComplete="off"
        spellCheck="false"
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
