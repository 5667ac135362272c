import { useState } from 'react';
import type { SiteSummary } from '../../../core/contract/shapes.ts';
import type { Tell } from '../../commands/command.ts';
import { text } from '../../messages/text.ts';
import { bridge } from '../../storage/bridge.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { Select } from '../../ui/fields/Select.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';

type Props = {
  /** The site that gets another plan; null makes a site first. */
  readonly site: SiteSummary | null;
  readonly onClose: () => void;
  readonly onMade: (planId: string) => void;
  readonly tell: Tell;
};

const units = [
  { id: 'm', label: text('home.metres') },
  { id: 'ft-in', label: text('home.feet') },
] as const;

/** Asks for the names and the unit of a new plan. */
export function NewPlanDialog({ site, onClose, onMade, tell }: Props) {
  const [siteName, setSiteName] = useState('');
  const [planName, setPlanName] = useState(text('home.firstPlanName'));
  const [unit, setUnit] = useState<'m' | 'ft-in'>('m');
  const ready = planName.trim() !== '' && (site !== null || siteName.trim() !== '');

  const make = async () => {
    if (!ready) return;
    const made = site ?? (await makeSite(siteName.trim(), tell));
    if (!made) return;
    const name = planName.trim();
    const answer = await bridge['plans.create']({ siteId: made.id, name, displayUnit: unit });
    if (answer.ok) onMade(answer.value.id);
    else tell(answer.error.message, { tone: 'fail' });
  };

  return (
    <Dialog
      isOpen
      isStrict
      title={site ? text('home.newPlanIn', { site: site.name }) : text('home.newSite')}
      closeLabel={text('app.close')}
      onClose={onClose}
      onSubmit={() => void make()}
      actions={
        <>
          <Button onPress={onClose}>{text('app.cancel')}</Button>
          <Button type="submit" look="primary" isDisabled={!ready}>
            {text('home.create')}
          </Button>
        </>
      }
    >
      {!site && (
        <TextField
          label={text('home.siteName')}
          autoFocus
          maxLength={200}
          value={siteName}
          onChange={setSiteName}
        />
      )}
      <TextField
        label={text('home.planName')}
        autoFocus={site !== null}
        maxLength={200}
        value={planName}
        onChange={setPlanName}
      />
      <Select label={text('home.unit')} options={units} value={unit} onChange={setUnit} />
    </Dialog>
  );
}

async function makeSite(name: string, tell: Tell): Promise<SiteSummary | null> {
  const answer = await bridge['sites.create']({ name });
  if (answer.ok) return answer.value;
  tell(answer.error.message, { tone: 'fail' });
  return null;
}
