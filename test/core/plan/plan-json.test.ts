import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samePlan } from '../../../core/plan/diff.ts';
import { FORMAT, migratePlan, migrateRecords } from '../../../core/plan/format.ts';
import { migrations } from '../../../core/plan/migrations/index.ts';
import { kinds, planOf, recordCount } from '../../../core/plan/plan.ts';
import { parsePlanJson, parsePlanText, planToJson } from '../../../core/plan/plan-json.ts';
import { granted, groundRecords, record, testId, testPlan } from '../../support/plan-builder.ts';

const golden = (format: number) =>
  readFileSync(new URL(`../../fixtures/plans/format-${format}/plan.json`, import.meta.url), 'utf8');

describe('planToJson', () => {
  const plan = testPlan(record('camera', { id: 2 }), record('camera', { id: 1 }));

  test('does not depend on the order of tables, records or fields', () => {
    const turned = planOf(
      [record('camera', { id: 1 }), record('camera', { id: 2 }), ...groundRecords().toReversed()].map(
        (each) => Object.fromEntries(Object.entries(each).toReversed()) as typeof each,
      ),
    );
    expect(planToJson(turned)).toBe(planToJson(plan));
    expect(samePlan(turned, plan)).toBe(true);
  });

  test('is one record a line, by id, with a newline at the end', () => {
    const lines = planToJson(plan).split('\n');
    expect(lines[0]).toBe('{"records":[');
    expect(lines.slice(1, -2).map((line) => line.slice(0, 17))).toEqual([
      '{"id":"camera:000',
      '{"id":"camera:000',
      '{"id":"floor:0000',
      '{"id":"layer:0000',
      '{"id":"settings:p',
    ]);
    expect(lines.slice(-2)).toEqual([']}', '']);
  });
});

describe('samePlan', () => {
  const plan = testPlan(record('camera', { id: 1 }));

  test('sees a changed field, a missing record and another one', () => {
    expect(samePlan(plan, testPlan(record('camera', { id: 1 })))).toBe(true);
    expect(samePlan(plan, testPlan(record('camera', { id: 1, notes: 'x' })))).toBe(false);
    expect(samePlan(plan, testPlan())).toBe(false);
    expect(samePlan(plan, testPlan(record('camera', { id: 2 })))).toBe(false);
  });
});

describe('parsePlanJson', () => {
  const ground = groundRecords();
  const reasonOf = (json: unknown) => {
    const parsed = parsePlanJson(json);
    return parsed.ok ? 'ok' : [parsed.error.reason, parsed.error.record];
  };
  const camera = record('camera', { id: 1 });

  test.each([
    ['nothing', null, ['not-a-plan', null]],
    ['a list', [], ['not-a-plan', null]],
    ['no list of records', { records: {} }, ['not-a-plan', null]],
    ['no records', { records: [] }, ['broken-references', null]],
    ['a record that is no object', { records: [...ground, 7] }, ['invalid-records', null]],
    ['an unknown kind', { records: [{ id: 'laser:1' }] }, ['invalid-records', 'laser:1']],
    ['a kind of every object', { records: [{ id: 'toString:1' }] }, ['invalid-records', 'toString:1']],
    ['an id without a uuid', { records: [{ ...camera, id: 'camera:1' }] }, ['invalid-records', 'camera:1']],
    ['a field too many', { records: [{ ...camera, colour: 1 }] }, ['invalid-records', camera.id]],
    ['a field too few', { records: [{ ...camera, at: undefined }] }, ['invalid-records', camera.id]],
    ['no number', { records: [{ ...camera, at: { x: Number.NaN, y: 0 } }] }, ['invalid-records', camera.id]],
    ['two of one id', { records: [...ground, camera, camera] }, ['invalid-records', camera.id]],
    [
      'a reference to nothing',
      { records: [...ground, { ...camera, floor: testId('floor', 7) }] },
      ['broken-references', camera.id],
    ],
  ])('refuses %s', (_, json, expected) => {
    expect(reasonOf(json)).toEqual(expected);
  });

  test('says in a sentence what is wrong and where', () => {
    const parsed = parsePlanJson({ records: [{ ...camera, at: { x: 'here', y: 0 } }] });
    expect(!parsed.ok && parsed.error.message).toMatch(
      /^The record camera:.* is not valid in "at\.x": .*\.$/,
    );
  });
});

describe('parsePlanText', () => {
  const reasonOf = (text: string, format = FORMAT) => {
    const parsed = parsePlanText(text, format);
    return parsed.ok ? 'ok' : parsed.error.reason;
  };

  test('refuses what is no JSON, what is newer and what is no format', () => {
    const text = planToJson(testPlan());
    expect(reasonOf(text)).toBe('ok');
    expect(reasonOf(text.slice(0, -9))).toBe('not-json');
    expect(reasonOf('['.repeat(200_000))).toBe('too-large');
    expect(reasonOf(text, FORMAT + 1)).toBe('too-new');
    expect(reasonOf(text, 0)).toBe('migration-failed');
    expect(reasonOf(text, 0.5)).toBe('migration-failed');
  });

  test('a text of deeply nested values is refused, not run into', () => {
    expect(reasonOf(`{"records":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`)).toBe('too-large');
    expect(reasonOf(`${'{"records":'.repeat(50_000)}1${'}'.repeat(50_000)}`)).toBe('too-large');
  });

  test('a text with any one character changed is read or refused, never thrown at', () => {
    const text = golden(1);
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.string({ maxLength: 2 }), (at, inserted) => {
        const parsed = parsePlanText(text.slice(0, at) + inserted + text.slice(at + 1), 1);
        expect(typeof parsed.ok).toBe('boolean');
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('formats', () => {
  test('every past format has a golden plan with every kind, which reads as today', () => {
    for (let format = 1; format <= FORMAT; format += 1) {
      const plan = granted(parsePlanText(golden(format), format));
      const missing = kinds.filter((kind) => plan.tables[kind].size === 0);
      // A past format lacks the kinds that came after it.
      expect(missing).toEqual(
        format === FORMAT ? [] : expect.not.arrayContaining(['wall', 'camera', 'sheet']),
      );
      expect(recordCount(plan)).toBeGreaterThanOrEqual(kinds.length - missing.length);
    }
  });

  test('format 1 knows no groups: its placed records come into none, and nothing else changes', () => {
    const former = JSON.parse(golden(1)) as { records: Record<string, unknown>[] };
    const expected = former.records.map((each) => ('layer' in each ? { ...each, group: null } : each));
    expect(migratePlan(1, former.records, { steps: migrations, format: 2 })).toEqual({
      ok: true,
      value: expected,
    });
  });

  test('format 2 knows no order on the drawing and no views of states: all comes to the usual ones', () => {
    const former = JSON.parse(golden(2)) as { records: Record<string, unknown>[] };
    const expected = former.records.map((each) => {
      if (String(each.id).startsWith('sheet:')) return { ...each, states: 'both' };
      return 'layer' in each ? { ...each, order: 0 } : each;
    });
    expect(migratePlan(2, former.records, { steps: migrations, format: 3 })).toEqual({
      ok: true,
      value: expected,
    });
  });

  test('format 3 has what a sheet shows beside its paper, and areas that keep to nothing', () => {
    const former = JSON.parse(golden(3)) as { records: Record<string, unknown>[] };
    const expected = former.records.map((each) => {
      if (String(each.id).startsWith('area:')) return { ...each, follows: null };
      if (!String(each.id).startsWith('sheet:')) return each;
      const { scale, centre, rotation, floor, layers, states, ...sheet } = each;
      const frame = { left: 0, top: 0, width: 1, height: 1 };
      return { ...sheet, viewports: [{ frame, scale, centre, rotation, floor, layers, states }] };
    });
    expect(migratePlan(3, former.records, { steps: migrations, format: 4 })).toEqual({
      ok: true,
      value: expected,
    });
  });

  test('format 4 asks nothing of coverage but its levels: what is asked since comes as it was meant', () => {
    const former = JSON.parse(golden(4)) as { records: Record<string, unknown>[] };
    const added: Record<string, object> = {
      settings: { ownProfiles: [], densityModel: null, meshShare: 0.7 },
      camera: { minimumLux: null, infraredRange: null, sensors: [], presets: [], tiltRange: null },
      coverageZone: { minimumPercent: 95, targetHeight: 0, when: 'day', minimumCameras: 1 },
      sensor: { height: null },
    };
    const coverage = { view: 'levels', targetHeight: 0, light: 'day' };
    const expected = former.records.map((each) => {
      const kind = String(each.id).split(':')[0] ?? '';
      if (kind !== 'sheet') return { ...each, ...added[kind] };
      return { ...each, viewports: (each.viewports as object[]).map((own) => ({ ...own, coverage })) };
    });
    expect(migratePlan(4, former.records, { steps: migrations, format: 5 })).toEqual({
      ok: true,
      value: expected,
    });
  });

  test('today’s golden plan is written as it was read', () => {
    expect(planToJson(granted(parsePlanText(golden(FORMAT), FORMAT)))).toBe(golden(FORMAT));
  });

  test('the steps go from format 1 to today’s without a gap', () => {
    expect(migrations.map(({ to }) => to)).toEqual(
      Array.from({ length: FORMAT - 1 }, (_, index) => index + 2),
    );
  });

  const steps = [
    { to: 2, record: (record: object) => ({ ...record, two: true }) },
    {
      to: 3,
      record: (record: object) => ({ ...record, three: Object.keys(record).length }),
      plan: (records: readonly unknown[]) => [...records, { id: 'more' }],
    },
  ];

  test('each record goes through each step after its own format, all of a plan also through what only they tell', () => {
    const former = [{ id: 'one' }, null, 'none'];
    const present = [{ id: 'one', two: true, three: 2 }, null, 'none'];
    expect(migrateRecords(1, former, { steps, format: 3 })).toEqual({ ok: true, value: present });
    expect(migratePlan(1, former, { steps, format: 3 })).toEqual({
      ok: true,
      value: [...present, { id: 'more' }],
    });
    expect(migrateRecords(2, former, { steps, format: 3 })).toEqual({
      ok: true,
      value: [{ id: 'one', three: 1 }, null, 'none'],
    });
    expect(migrateRecords(3, former, { steps, format: 3 })).toEqual({ ok: true, value: former });
    expect(former).toEqual([{ id: 'one' }, null, 'none']);
  });

  test.each([migratePlan, migrateRecords])(
    'a step that is missing fails; a newer format is too new',
    (brings) => {
      expect(brings(1, [], { steps, format: 4 })).toEqual({ ok: false, error: 'migration-failed' });
      expect(brings(0, [], { steps, format: 3 })).toEqual({ ok: false, error: 'migration-failed' });
      expect(brings(1.5, [], { steps, format: 3 })).toEqual({ ok: false, error: 'migration-failed' });
      expect(brings(4, [], { steps, format: 3 })).toEqual({ ok: false, error: 'too-new' });
    },
  );
});
