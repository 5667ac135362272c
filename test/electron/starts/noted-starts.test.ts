import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { NotedStarts } from '../../../electron/starts/noted-starts.ts';
import { NOTE_NAME, notesFolder, writeNotes } from '../../../electron/starts/start-note.ts';
import { temporaryFolder } from '../../support/temporary-store.ts';

const begun: NotedStarts[] = [];
afterEach(() => {
  for (const starts of begun.splice(0)) starts.end();
});

function hearing(dataFolder: string) {
  const heard: { starts: (readonly string[])[]; lost: string[]; warned: string[] } = {
    starts: [],
    lost: [],
    warned: [],
  };
  const starts = new NotedStarts({
    dataFolder,
    onStart: async (files) => void heard.starts.push(files),
    onLost: (sentence) => heard.lost.push(sentence),
    warn: (sentence) => heard.warned.push(sentence),
  });
  begun.push(starts);
  return { starts, heard };
}

const left = (dataFolder: string) => fs.readdirSync(notesFolder(dataFolder));
const noteName = (number: number, digit = 'a') =>
  `000000000000001-1-${String(number).padStart(6, '0')}-${digit.repeat(8)}.json`;

function put(dataFolder: string, name: string, content: string | Buffer): string {
  fs.mkdirSync(notesFolder(dataFolder), { recursive: true });
  const file = path.join(notesFolder(dataFolder), name);
  fs.writeFileSync(file, content);
  return file;
}

const note = (...files: unknown[]) => JSON.stringify({ format: 1, files });

test('any number of names of any letters is handed over whole and in its order', async () => {
  const data = temporaryFolder();
  const files = [
    ...Array.from({ length: 2500 }, (_, index) => `/${index} – "Süd" 図面 \u{1f5fa} \u0001\n.sallyport`),
    `/${'x'.repeat(130_000)}`,
    `/${'\u0001'.repeat(130_000)}`,
    '/\ud800 alone',
  ];
  const notes = writeNotes(data, files);
  expect(notes.length).toBeGreaterThan(3);
  for (const each of notes) {
    expect(path.basename(each)).toMatch(NOTE_NAME);
    expect(fs.statSync(each).mode & 0o777).toBe(0o600);
  }
  const { starts, heard } = hearing(data);
  await starts.begin();
  expect(heard.starts.flat()).toEqual(files);
  expect(heard).toMatchObject({ lost: [], warned: [] });
  expect(left(data)).toEqual([]);
});

test('a start without a file is heard of too, and each that comes later', async () => {
  const data = temporaryFolder();
  const { starts, heard } = hearing(data);
  await starts.begin();
  writeNotes(data, []);
  await vi.waitFor(() => expect(heard.starts).toEqual([[]]));
  writeNotes(data, ['/a']);
  await vi.waitFor(() => expect(heard.starts).toEqual([[], ['/a']]));
});

test('after the end a note stays for the next process, until it is heard of again', async () => {
  const data = temporaryFolder();
  const { starts, heard } = hearing(data);
  await starts.begin();
  await starts.begin();
  starts.end();
  const [kept = ''] = writeNotes(data, ['/kept']);
  await starts.look();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(heard.starts).toEqual([]);
  expect(fs.existsSync(kept)).toBe(true);
  // What this process itself is dealing with was not left by an earlier one.
  put(data, `${noteName(1)}.taken`, note('/its own'));
  await starts.begin();
  expect(heard).toEqual({ starts: [['/kept']], lost: [], warned: [] });
});

test('what is no note is refused, told once, and holds nobody up', async () => {
  const data = temporaryFolder();
  const outside = path.join(data, 'outside');
  fs.writeFileSync(outside, note('/secret'));
  const hostile = [
    ...['', 'null', '{}', '['.repeat(1_000_000), note(7), note(''), note('x'.repeat(200_000))],
    ...[JSON.stringify({ format: 2, files: [] }), JSON.stringify({ format: 1, files: [], more: 1 })],
    ...[note(...Array.from({ length: 1001 }, () => 'x')), '{"__proto__":{"format":1,"files":[]}}'],
    Buffer.alloc(3 * 1024 * 1024, 0x20),
  ];
  for (const [index, content] of hostile.entries()) put(data, noteName(index), content);
  const pipe = path.join(notesFolder(data), noteName(100));
  execFileSync('mkfifo', [pipe]);
  fs.symlinkSync(outside, path.join(notesFolder(data), noteName(101)));
  fs.mkdirSync(path.join(notesFolder(data), noteName(102)));
  put(data, 'something else.json', note('/foreign'));
  put(data, noteName(103), note('/good'));
  const { starts, heard } = hearing(data);
  await starts.begin();
  expect(heard.starts).toEqual([['/good']]);
  expect(heard.lost).toEqual([
    'What a further start of Sallyport was to open cannot be read. Open it from the window.',
  ]);
  expect(heard.warned.filter((each) => each.includes('was refused'))).toHaveLength(hostile.length + 3);
  // A folder and what has another name are somebody else's.
  expect(left(data).sort()).toEqual([`${noteName(102)}.taken`, 'something else.json']);
  expect(fs.readFileSync(outside, 'utf8')).toBe(note('/secret'));
  await starts.look();
  expect(heard.lost).toHaveLength(1);
});

test('what an earlier process had begun, or never came to, is told and not opened', async () => {
  const data = temporaryFolder();
  put(data, `${noteName(0)}.taken`, note('/a/begun.sallyport', '/a/two', '/a/three', '/a/four'));
  const old = put(data, noteName(1), note('/a/old.sallyport'));
  const unfinished = put(data, `${noteName(2)}.tmp`, '{"for');
  put(data, `${noteName(3)}.tmp`, '{"for');
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
  for (const file of [old, unfinished]) fs.utimesSync(file, twoDaysAgo, twoDaysAgo);
  const { starts, heard } = hearing(data);
  await starts.begin();
  expect(heard.starts).toEqual([]);
  expect(heard.lost).toEqual([
    'Sallyport ended before it had opened begun.sallyport, two, three and 2 more. Open what is still missing.',
  ]);
  // Whoever is writing the last one may still be at it.
  expect(left(data)).toEqual([`${noteName(3)}.tmp`]);
});

test('without a folder to write to nothing is heard, and that is told to the log', async () => {
  const data = path.join(temporaryFolder(), 'a file');
  fs.writeFileSync(data, '');
  const { starts, heard } = hearing(data);
  await starts.begin();
  expect(heard.warned).toHaveLength(1);
});
