import { expect, test } from 'vitest';
import { samePlan } from '../../../core/plan/diff.ts';
import { exportJob } from '../../../electron/jobs/export-job.ts';
import { planOfPages } from '../../../electron/jobs/held-plan.ts';
import { firstPage } from '../../support/first-page.ts';
import { granted, groundRecords, record, testPlan } from '../../support/plan-builder.ts';

const ground = JSON.stringify(groundRecords());
const door = record('opening');

test('the records of all pages are one plan', () => {
  const pages = [ground, '[]', JSON.stringify([record('wall')]), JSON.stringify([record('post')])];
  const plan = granted(planOfPages(pages));
  expect(samePlan(plan, testPlan(record('wall'), record('post')))).toBe(true);
});

test.each([
  ['half a page', ['[{'], 'A page of its records is not JSON'],
  ['lists in lists', ['['.repeat(5000)], 'A page of its records has lists within lists more than 100 deep.'],
  ['no list', ['{"length":1}'], 'A page of its records is no list.'],
  ['a number for a record', [ground, '[1]'], 'A record has no usable id.'],
  ['the same record twice', [ground, ground], 'There are two records with the id settings:plan.'],
  ['a door without its wall', [ground, JSON.stringify([door])], door.id],
  ['too many records', ['[0]', `[${'0,'.repeat(299_999)}0]`], 'It has more than 300,000 records.'],
])('%s is refused in a sentence', (_, pages, message) => {
  expect(planOfPages(pages)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining(message) },
  });
});

const choice = {
  ...firstPage,
  appVersion: '1.2.3',
  day: '2026-11-24',
} as const;
const context = { progress: () => undefined, give: async () => undefined };
const names = { planId: 'p1', planName: 'Existing', siteName: 'Depot' };
const pictures = [
  record('underlay', { id: 1, name: 'Ground floor', attachment: 'a'.repeat(64) }),
  record('underlay', { id: 2, name: 'Ground floor', attachment: 'b'.repeat(64) }),
  record('underlay', { id: 3, name: 'Roof', attachment: 'c'.repeat(64) }),
];
const parcel = {
  ...names,
  pages: [ground, JSON.stringify(pictures)],
  attachments: new Map([['c'.repeat(64), new Uint8Array([1])]]),
};
const remarks = [
  'The picture "Ground floor" could not be read and is left out. Add it again from where it came.',
];

test.each([
  ['plan', remarks],
  // One byte is no picture that could be drawn; in a plan file it stays as it is.
  [
    'svg',
    [
      ...remarks,
      'The picture "Roof" is left out: it is not a picture this program reads. Choose a PNG or a JPEG file.',
    ],
  ],
  ['csv', []],
  ['geojson', []],
] as const)(
  'a %s says once of each picture that is not there, if there would be any',
  async (format, said) => {
    const exported = granted(await exportJob({ source: parcel, choice: { ...choice, format } }, context));
    expect(exported.remarks).toEqual(said);
  },
);

test('what cannot be exported is named with another way out', async () => {
  const broken = { ...parcel, pages: ['[7]'] };
  expect(await exportJob({ source: broken, choice: { ...choice, format: 'plan' } }, context)).toEqual({
    ok: false,
    error: {
      code: 'refused',
      message:
        'What the window holds cannot be exported: A record has no usable id. Select all and copy it before you close the window.',
    },
  });
});
