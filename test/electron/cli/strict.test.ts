import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeGeojson } from '../../../core/codec/geojson/write-geojson.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { record, testPlan } from '../../support/plan-builder.ts';
import { temporaryFolder } from '../../support/temporary-store.ts';

const far = [record('post', { id: 1, at: { x: 0, y: 0 } }), record('post', { id: 2, at: { x: 60, y: 0 } })];

async function exported(...more: readonly string[]) {
  const folder = temporaryFolder();
  const [map, plan, drawing] = ['map.geojson', 'plan.sallyport', 'plan.svg'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  fs.writeFileSync(map, writeGeojson(testPlan(...far)));
  let [out, error] = ['', ''];
  const io = {
    version: '1.0.0',
    out: (text: string) => {
      out += text;
    },
    error: (text: string) => {
      error += text;
    },
    defaultDatabase: () => path.join(folder, 'none.db'),
  };
  await runCli(['import', map, '--out', plan], io);
  out = '';
  const code = await runCli(['export', plan, '--svg', drawing, '--json', ...more], io);
  return { code, error, remarks: out && JSON.parse(out).remarks, isWritten: fs.existsSync(drawing) };
}

test('a sheet on which everything fits has nothing to say', async () => {
  const whole = { code: 0, error: '', remarks: undefined, isWritten: true };
  expect(await exported()).toEqual(whole);
  expect(await exported('--strict')).toEqual(whole);
});

test('what does not fit is said', async () => {
  const empty = 'Sheet S-01: Nothing of the plan lies in this view: 2 records lie beyond its edge.';
  expect(await exported('--scale', '1:10')).toEqual({
    code: 0,
    error: '',
    isWritten: true,
    remarks: [empty],
  });
  const strict = await exported('--scale', '1:10', '--strict');
  expect(strict).toMatchObject({ code: 1, isWritten: false });
  expect(strict.error).toContain(empty);
});
