import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { encodePlan, hashOf } from '../../../core/codec/plan-file.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { packArchive } from '../../../electron/files/plan-archive.ts';
import { printingJpeg, turnedJpeg } from '../../../scripts/attack/fuzz/sound-jpeg.ts';
import { generatedJpeg } from '../../support/pictures/generated-jpeg.ts';
import { plainForm } from '../../support/pictures/picture-forms.ts';
import { record, testPlan } from '../../support/plan-builder.ts';
import { temporaryFolder } from '../../support/temporary-store.ts';

// Whole to its end, with pixels that are not all there.
const sound = generatedJpeg({ ...plainForm, widthPx: 53, heightPx: 38 });
const cut = Uint8Array.from([...sound.subarray(0, -200), 0xff, 0xd9]);

/** A plan file of two sheets with a good picture, one whose pixels are cut and one in the colours of printing. */
async function planFile(folder: string): Promise<string> {
  const all = [turnedJpeg(6), cut, printingJpeg()];
  const underlays = all.map((bytes, index) =>
    record('underlay', {
      id: index + 1,
      name: ['Ground', 'Cellar', 'Roof'][index] ?? '',
      attachment: hashOf(bytes),
      widthPx: 32,
      heightPx: 16,
    }),
  );
  const sheets = [1, 2].map((id) => record('sheet', { id, name: `Sheet ${id}` }));
  const attachments = new Map(all.map((bytes) => [hashOf(bytes), bytes]));
  const plan = testPlan(...underlays, ...sheets);
  const file = path.join(folder, 'plan.sallyport');
  const parcel = { planId: 'p', planName: 'Plan', siteName: 'Site', plan, attachments };
  fs.writeFileSync(file, await packArchive(encodePlan(parcel, '0.1.0')));
  return file;
}

const remarks = [
  'The picture "Cellar" is damaged and left out. Add it again from where it came.',
  'The picture "Roof" is left out: it has the four colours of printing (CMYK), which not every output can draw. Save it again in RGB.',
];

test.each([
  ['pdf-set', 'pdf'],
  ['pdf', 'pdf'],
  ['png', 'png'],
  ['svg', 'svg'],
])('a bad picture costs no sheet and no other picture, and is named: %s', async (format, ending) => {
  const folder = temporaryFolder();
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
  const target = path.join(folder, `out.${ending}`);
  const args = ['export', await planFile(folder), `--${format}`, target, '--size', 'A4', '--json'];
  const code = await runCli(args, io);
  expect([code, error]).toEqual([0, '']);
  expect(JSON.parse(out).remarks).toEqual(remarks);
  const written = fs.readFileSync(target).toString('latin1');
  // The good one.
  if (ending === 'pdf') expect(written.match(/\/Subtype \/Image/g)).toHaveLength(1);
  if (format === 'pdf-set') expect(written.match(/\/Type \/Page\b/g)).toHaveLength(2);
  if (format === 'svg') expect(written.match(/<image /g)).toHaveLength(1);
});
