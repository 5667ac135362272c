import { describe, expect, test } from 'vitest';
import { Random } from '../../../../core/reference/random.ts';
import { backupName, backupsAmong } from '../../../../electron/storage/safekeeping/backup-name.ts';
import {
  type CountedBackup,
  KEPT,
  outdatedBackups,
} from '../../../../electron/storage/safekeeping/rotation.ts';

const counted = (number: number, day: number, plans: number | null): CountedBackup => ({
  number,
  day,
  plans,
  at: '',
  name: backupName({ number, day, at: new Date('2026-11-24T09:30:00Z') }),
});

const numbersOf = (backups: readonly { readonly number: number }[]) => backups.map(({ number }) => number);

describe('the names of backups', () => {
  test('tell number, day and time, and come newest first whatever the time says', () => {
    const first = backupName({ number: 9, day: 3, at: new Date('2031-01-01T00:00:00Z') });
    const second = backupName({ number: 10, day: 3, at: new Date('1999-01-01T00:00:00Z') });
    expect(first).toBe('sallyport-000009-day-0003-2031-01-01T00-00-00-000Z.db');
    expect(backupsAmong([first, second, 'sallyport-note.db', `${first}.draft`])).toEqual([
      { name: second, number: 10, day: 3, at: '1999-01-01T00:00:00.000Z' },
      { name: first, number: 9, day: 3, at: '2031-01-01T00:00:00.000Z' },
    ]);
  });

  test('from before there were numbers count as older, by their time and day', () => {
    const names = [
      'sallyport-2026-11-24T09-00-00-000Z.db',
      'sallyport-000001-day-0001-2020-01-01T00-00-00-000Z.db',
      'sallyport-2026-11-25T09-00-00-000Z.db',
      'sallyport-2026-11-24T10-00-00-000Z.db',
    ];
    expect(backupsAmong(names).map(({ number, day }) => [number, day])).toEqual([
      [1, 1],
      [-1, -1],
      [-2, -2],
      [-3, -2],
    ]);
  });
});

const none = () => new Set<string>();

describe('the rotation', () => {
  test('keeps what is needed, all where that cannot be told, and asks only where one would go', () => {
    const all = Array.from({ length: 300 }, (_, index) => counted(300 - index, 99, 4));
    const wanted = all[200]?.name ?? '';
    const gone = outdatedBackups(all, 4, none);
    expect(gone.map(({ name }) => name)).toContain(wanted);
    expect(outdatedBackups(all, 4, () => new Set([wanted]))).toEqual(
      gone.filter(({ name }) => name !== wanted),
    );
    expect(outdatedBackups(all, 4, () => null)).toEqual([]);
    const asked = () => {
      throw new Error('Nothing would go.');
    };
    expect(outdatedBackups(all.slice(0, KEPT.newest), 4, asked)).toEqual([]);
  });

  test('keeps the newest few, the newest of each day and of each week', () => {
    // Three backups on each of 100 days.
    const all = Array.from({ length: 300 }, (_, index) =>
      counted(300 - index, 99 - Math.floor(index / 3), 4),
    );
    const gone = new Set(outdatedBackups(all, 4, none));
    const kept = all.filter((backup) => !gone.has(backup));
    expect(numbersOf(kept)).toEqual([
      ...[300, 299, 298, 297, 296, 294, 291, 288, 285, 282],
      ...[273, 252, 231, 210, 189, 168],
    ]);
  });

  test('keeps the newest with more plans than there are now', () => {
    const many = counted(1, 0, 40);
    const all = [...Array.from({ length: 200 }, (_, index) => counted(201 - index, 200 - index, 3)), many];
    expect(outdatedBackups(all, 3, none)).not.toContain(many);
    expect(outdatedBackups(all, 40, none)).toContain(many);
  });

  test('lets no backup of an empty database push out one with plans, and nothing go that cannot be read', () => {
    const good = [counted(2, 1, 5), counted(1, 0, 5)];
    const unread = counted(3, 1, null);
    const empty = Array.from({ length: 50 }, (_, index) => counted(100 - index, 90 - index, 0));
    expect(outdatedBackups([...empty, unread, ...good], 0, none)).toEqual(empty.slice(KEPT.empty));
  });

  test('over a year lets no later one go before an earlier one of its class, and keeps few', () => {
    const random = new Random(7);
    let kept: CountedBackup[] = [];
    let [number, day] = [0, 0];
    for (let session = 0; session < 800; session += 1) {
      number += 1;
      day += random.below(2);
      kept = [counted(number, day, 1 + random.below(6)), ...kept];
      const gone = outdatedBackups(kept, kept[0]?.plans ?? 0, none);
      kept = kept.filter((backup) => !gone.includes(backup));
      expect(kept.length).toBeLessThanOrEqual(KEPT.newest + KEPT.days + KEPT.weeks + 1);
      expect(numbersOf(kept.slice(0, KEPT.newest))).toEqual(
        Array.from({ length: Math.min(KEPT.newest, number) }, (_, index) => number - index),
      );
    }
    // Weeks back, not days.
    expect((kept[0]?.day ?? 0) - (kept.at(-1)?.day ?? 0)).toBeGreaterThan(40);
  });
});
