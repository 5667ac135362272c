import { useEffect, useState } from 'react';
import type { EventOf } from '../../../core/contract/contract.ts';
import type { Tell } from '../../commands/command.ts';
import { text } from '../../messages/text.ts';
import { bridge } from '../../storage/bridge.ts';
import { ProgressBox } from './ProgressBox.tsx';

type Reading = EventOf<'reading.progressed'>;

/** What is read in a moment is not worth a box that flashes up. */
const SHOWN_AFTER_MS = 300;

/** How far the reading of a file is, and the way out of it; nothing while none is read. */
export function ReadingProgress({ tell }: { readonly tell: Tell }) {
  const [reading, setReading] = useState<Reading | null>(null);
  const [isShown, setShown] = useState(false);
  const isReading = reading !== null;
  useEffect(() => bridge.on('reading.progressed', (event) => setReading(event.done < 1 ? event : null)), []);
  useEffect(() => {
    if (!isReading) return setShown(false);
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isReading]);
  if (!reading || !isShown) return null;
  const cancel = async () => {
    await bridge['files.cancelReading']({});
    tell(text('reading.cancelled', { name: reading.name }));
  };
  const key = reading.doing === 'storing' ? 'reading.storing' : 'reading.running';
  const label = text(key, { name: reading.name });
  return <ProgressBox label={label} done={reading.done} onCancel={() => void cancel()} />;
}
