import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { SiteSummary } from '../../core/contract/shapes.ts';
import { text } from '../messages/text.ts';
import { bridge } from '../storage/bridge.ts';
import styles from './Dialog.module.css';

type Props = {
  /** The site that gets another plan; null makes a site first. */
  readonly site: SiteSummary | null;
  readonly onClose: () => void;
  readonly onMade: (planId: string) => void;
  readonly tell: (message: string) => void;
};

/** Asks for the names and the unit of a new plan. */
export function NewPlanDialog({ site, onClose, onMade, tell }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [siteName, setSiteName] = useState('');
  const [planName, setPlanName] = useState(text('home.firstPlanName'));
  const [unit, setUnit] = useState<'m' | 'ft-in'>('m');
  useEffect(() => dialog.current?.showModal(), []);

  const make = async (event: FormEvent) => {
    event.preventDefault();
    const made = site ?? (await makeSite(siteName.trim(), tell));
    if (!made) return;
    const answer = await bridge['plans.create']({
      siteId: made.id,
      name: planName.trim(),
      displayUnit: unit,
    });
    if (!answer.ok) return tell(answer.error.message);
    onMade(answer.value.id);
  };
  const ready = planName.trim() !== '' && (site !== null || siteName.trim() !== '');

  return (
    <dialog ref={dialog} className={styles.dialog} onClose={onClose} aria-labelledby="new-plan-title">
      <form onSubmit={(event) => void make(event)}>
        <h2 id="new-plan-title">
          {site ? text('home.newPlanIn', { site: site.name }) : text('home.newSite')}
        </h2>
        {!site && (
          <label>
            {text('home.siteName')}
            <input
              className="field"
              autoFocus
              maxLength={200}
              value={siteName}
              onChange={(event) => setSiteName(event.target.value)}
            />
          </label>
        )}
        <label>
          {text('home.planName')}
          <input
            className="field"
            maxLength={200}
            value={planName}
            onChange={(event) => setPlanName(event.target.value)}
          />
        </label>
        <label>
          {text('home.unit')}
          <select
            className="field"
            value={unit}
            onChange={(event) => setUnit(event.target.value === 'm' ? 'm' : 'ft-in')}
          >
            <option value="m">{text('home.metres')}</option>
            <option value="ft-in">{text('home.feet')}</option>
          </select>
        </label>
        <footer>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {text('app.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={!ready}>
            {text('home.create')}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

async function makeSite(name: string, tell: (message: string) => void): Promise<SiteSummary | null> {
  const answer = await bridge['sites.create']({ name });
  if (answer.ok) return answer.value;
  tell(answer.error.message);
  return null;
}
