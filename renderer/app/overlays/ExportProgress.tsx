import { useEffect, useState } from 'react';
import type { Tell } from '../../commands/command.ts';
import { text } from '../../messages/text.ts';
import { bridge } from '../../storage/bridge.ts';
import { ProgressBox } from './ProgressBox.tsx';

/** How far the running export is, and the way out of it; nothing while none runs. */
export function ExportProgress({ tell }: { readonly tell: Tell }) {
  const [done, setDone] = useState<number | null>(null);
  useEffect(() => bridge.on('export.progressed', (event) => setDone(event.done < 1 ? event.done : null)), []);
  if (done === null) return null;
  const cancel = async () => {
    await bridge['files.cancelExport']({});
    tell(text('export.cancelled'));
  };
  return <ProgressBox label={text('export.running')} done={done} onCancel={() => void cancel()} />;
}
