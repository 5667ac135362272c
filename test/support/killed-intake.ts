// node killed-intake.ts DATABASE STEPS: begins to receive a plan and kills itself after so many steps.
import { openDatabase } from '../../electron/storage/database.ts';
import { repositoriesOf } from '../../electron/storage/repositories.ts';
import { granted, record, testPlan } from './plan-builder.ts';
import { rowsOf } from './received.ts';

const [file = '', steps] = process.argv.slice(2);
const { intake, attachments } = repositoriesOf(granted(openDatabase(file, new Date())));
const rows = rowsOf(testPlan(...Array.from({ length: 700 }, (_, id) => record('camera', { id: id + 1 }))));
const work = [
  () => granted(intake.begin({ id: 'p', name: 'P', records: 1, receivedFrom: null }, { siteName: 'S' })),
  () => granted(attachments.addPart({ sha256: 'b'.repeat(64), part: 0, bytes: new Uint8Array(1000) })),
  () => granted(intake.put('p', rows, 0)),
];
for (const step of work.slice(0, Number(steps))) step();
process.kill(process.pid, 'SIGKILL');
