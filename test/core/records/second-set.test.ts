import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '../../../core/records/any-record.ts';
import {
  applyIn,
  composeDiffs,
  type DiffOf,
  type DraftOf,
  diffIn,
  editIn,
  fitsIn,
  invertDiff,
} from '../../../core/records/diff.ts';
import { migrate } from '../../../core/records/formats.ts';
import { kindSet } from '../../../core/records/kind-set.ts';
import { namersAmong, withNamers } from '../../../core/records/namers.ts';
import { PageWriter, parsePage, readPage } from '../../../core/records/packed-change.ts';
import type { Relation } from '../../../core/records/relation.ts';
import { fields, idOf, list, nullable, text, whole } from '../../../core/records/schemas.ts';
import { emptyTables, recordsIn, type Tables, tablesOf } from '../../../core/records/tables.ts';
import { pagesOfRow } from '../../../electron/storage/journal/read-row.ts';
import { granted } from '../../support/plan-builder.ts';

/*  Kinds that no plan has: whatever works on records takes them as it takes those of a plan. */
type Kind = 'folder' | 'tenant' | 'lease' | 'contact';
type Row = AnyRecord & {
  readonly name?: string;
  readonly folder?: string | null;
  readonly tenant?: string;
  readonly floors?: number;
};

const relation = {
  holds: 'name',
  to: [],
  onMove: 'stays',
  onDelete: 'lets-go',
  onCopy: 'stays',
  onFloor: 'stays',
  without: 'lets-go',
  beside: 'keeps',
  isShown: 'without',
  looksBy: false,
} satisfies Relation<Kind>;
const inFolder: Relation<Kind> = { ...relation, to: ['folder'] };
const ofTenant: Relation<Kind> = { ...relation, to: ['tenant'], onDelete: 'goes', isShown: 'with-each' };

const set = kindSet<Kind, Row>(
  {
    folder: { schema: fields({ id: idOf('folder'), name: text(20) }), relations: {} },
    tenant: {
      schema: fields({ id: idOf('tenant'), name: text(20), folder: nullable(idOf('folder')) }),
      relations: { folder: inFolder },
    },
    lease: {
      schema: fields({ id: idOf('lease'), tenant: idOf('tenant'), floors: whole(1, 9) }),
      relations: { tenant: ofTenant },
    },
    contact: {
      schema: fields({ id: idOf('contact'), leases: list(idOf('lease'), 0, 9) }),
      relations: { leases: { ...relation, holds: 'within', to: ['lease'] } },
    },
  },
  {
    ordering: ['folder'],
    formats: {
      format: 2,
      // Leases were counted in halves of a floor.
      steps: [
        {
          to: 2,
          record: (row) =>
            String(row.id).startsWith('lease:') ? { ...row, floors: Number(row.floors) / 2 } : row,
        },
      ],
    },
  },
);

const idFor = <K extends Kind>(kind: K, number: number) =>
  `${kind}:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const folder: Row = { id: idFor('folder', 1), name: 'North' };
const tenant = (number: number, name = `Tenant ${number}`): Row => ({
  id: idFor('tenant', number),
  name,
  folder: folder.id,
});
const lease = (number: number, of: Row, floors = 2): Row => ({
  id: idFor('lease', number),
  tenant: of.id,
  floors,
});
const [first, second] = [tenant(1), tenant(2)];
const all = [folder, first, second, lease(1, first), lease(2, first), lease(3, second)];
const tables = tablesOf(set, all);
const ids = (rows: Iterable<AnyRecord>) => [...rows].map(({ id }) => id);

describe('another set of kinds', () => {
  test('has its kinds in their order, also in tables of nothing', () => {
    expect(set.kinds).toEqual(['folder', 'tenant', 'lease', 'contact']);
    expect(Object.keys(emptyTables(set).tables)).toEqual(set.kinds);
    expect(ids(recordsIn(set, tables))).toEqual(ids(all));
    expect(set.kindOf(first.id)).toBe('tenant');
  });

  test('reads its own records and no others', () => {
    expect(granted(set.reader.parse(first))).toBe(first);
    expect(set.reader.parse({ ...first, name: 7 })).toMatchObject({
      ok: false,
      error: { record: first.id, field: 'name' },
    });
    expect(set.reader.parse({ id: idFor('tenant', 1).replace('tenant', 'wall') }).ok).toBe(false);
    expect(set.reader.isStill(first, { ...first, name: 'x'.repeat(21) })).toBe(false);
    expect(set.reader.isStill(first, { ...first, name: 'Other' })).toBe(true);
    expect(set.reader.isStill(first, { id: first.id, name: 'Other' })).toBe(false);
  });

  test('has relations of its own', () => {
    const { relations } = set;
    expect(relations.rows.map(({ from, field }) => `${from}.${field}`)).toEqual([
      'tenant.folder',
      'lease.tenant',
      'contact.leases',
    ]);
    expect(relations.isTie(inFolder)).toBe(false);
    expect(relations.tiesTo('tenant').map(({ from }) => from)).toEqual(['lease']);
    expect(set.kinds.map((kind) => relations.rankOf(kind))).toEqual([0, 0, 1, 2]);
    expect(set.kinds.map((kind) => relations.hasTies(kind))).toEqual([false, false, true, true]);
    expect(relations.referencesOf(lease(1, first))).toEqual([{ field: 'tenant', id: first.id }]);
    expect(relations.hostsItIsShownWith(lease(1, first))).toEqual([[first.id]]);
    expect(relations.hostsItIsShownWith(first)).toEqual([]);
    expect(() => relations.row('lease', 'folder')).toThrow('no relation of lease by folder');
  });

  test('knows who names whom, before an edit and in it', () => {
    const row = set.relations.row('lease', 'tenant');
    expect([...namersAmong<Kind, Row>(tables)(row, first.id)]).toEqual([
      idFor('lease', 1),
      idFor('lease', 2),
    ]);
    const found = withNamers(set, [first.id], {
      namersOf: namersAmong<Kind, Row>(tables),
      follows: ({ onDelete }) => onDelete === 'goes',
    });
    expect([...found]).toEqual([first.id, idFor('lease', 1), idFor('lease', 2)]);
    let naming: readonly Row[] = [];
    editIn(set, tables, (draft) => {
      draft.put(lease(2, second));
      draft.put(lease(4, first));
      naming = draft.naming(row, first.id);
    });
    expect(ids(naming).sort()).toEqual([idFor('lease', 1), idFor('lease', 4)]);
  });

  test('is brought to its own format', () => {
    const written = [{ ...lease(1, first), floors: 6 }, first];
    const to = (from: number) => migrate({ from, records: written, extent: 'part' }, set.formats);
    expect(granted(to(1))).toEqual([{ ...lease(1, first), floors: 3 }, first]);
    expect(granted(to(2))).toEqual(written);
    expect(to(3)).toMatchObject({ ok: false, error: 'too-new' });
  });

  test('has a journal: rows are read by its schemas and in its format', async () => {
    const pages = new PageWriter();
    pages.add({ before: { ...lease(1, first), floors: 4 } as Row, after: null });
    const [diff = ''] = pages.end();
    const rowOf = (format: number) => ({ diff, format, checksum: crc32(diff), packed: null });
    const reading = { set, unnamedFormat: 1 };
    const read = granted(await pagesOfRow(rowOf(1), reading));
    expect(read.flatMap((page) => readPage<Row>(page))).toEqual([
      { id: idFor('lease', 1), before: lease(1, first, 2), after: null },
    ]);
    expect(granted(await pagesOfRow(rowOf(2), reading))).toEqual([diff]);
    expect(await pagesOfRow(rowOf(3), reading)).toEqual({ ok: false, error: 'too-new' });
    expect(granted(parsePage(diff, set.reader))).toHaveLength(1);
    expect(parsePage(diff.replaceAll('lease:', 'wall:'), set.reader).ok).toBe(false);
  });
});

type Act = { readonly put: boolean; readonly number: number; readonly floors: number };

const acts = fc.array(
  fc.record({
    put: fc.boolean(),
    number: fc.integer({ min: 1, max: 6 }),
    floors: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 8 },
);

function made(from: Tables<Kind, Row>, all: readonly Act[]): DiffOf<Row> {
  return editIn(set, from, (draft: DraftOf<Kind, Row>) => {
    for (const { put, number, floors } of all) {
      if (put) draft.put(lease(number, number % 2 ? first : second, floors));
      else draft.remove(idFor('lease', number));
    }
  });
}

test('the laws of diffs hold for it', () => {
  fc.assert(
    fc.property(acts, acts, (some, others) => {
      const diff = made(tables, some);
      const after = applyIn(set, tables, diff);
      expect(applyIn(set, after, invertDiff(diff))).toEqual(tables);
      const next = made(after, others);
      const both = composeDiffs(diff, next);
      const end = applyIn(set, after, next);
      expect(diffIn(set, applyIn(set, tables, both), end).size).toBe(0);
      expect(new Map(diffIn(set, tables, end))).toEqual(new Map(both));
      expect(fitsIn(set, tables, diff)).toBe(true);
      if (diff.size > 0) expect(fitsIn(set, after, diff)).toBe(false);
    }),
    { seed: 20_261_130, numRuns: 200 },
  );
});

test('a draft gives all of a kind as they are now, and what was changed of it', () => {
  editIn(set, tables, (draft) => {
    draft.remove(idFor('lease', 1));
    draft.put(lease(9, second));
    draft.put(tenant(1, 'Renamed'));
    expect(ids(draft.all('lease'))).toEqual([2, 3, 9].map((number) => idFor('lease', number)));
    expect([...draft.changed('tenant')].map(({ after }) => after?.name)).toEqual(['Renamed']);
  });
  const stale = made(tables, [{ put: true, number: 1, floors: 9 }]);
  expect(() => applyIn(set, emptyTables<Kind, Row>(set), stale)).toThrow('does not fit');
});
