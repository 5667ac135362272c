/** Glyph number by code point. */
export type CharacterMap = ReadonlyMap<number, number>;

type Group = { readonly first: number; last: number; readonly glyph: number };

function groupsOf(map: CharacterMap): Group[] {
  const groups: Group[] = [];
  for (const [point, glyph] of [...map].sort(([one], [other]) => one - other)) {
    const group = groups.at(-1);
    if (group && point === group.last + 1 && glyph === group.glyph + point - group.first) group.last = point;
    else groups.push({ first: point, last: point, glyph });
  }
  return groups;
}

/** A `cmap` table of one subtable in format 12, for Unicode and for Windows. */
export function writeCharacterMap(map: CharacterMap): Buffer {
  const groups = groupsOf(map);
  const records = Buffer.alloc(20);
  records.writeUInt16BE(2, 2);
  for (const [index, [platform, encoding]] of [[0, 4] as const, [3, 10] as const].entries()) {
    records.writeUInt16BE(platform, 4 + index * 8);
    records.writeUInt16BE(encoding, 6 + index * 8);
    records.writeUInt32BE(records.length, 8 + index * 8);
  }
  const subtable = Buffer.alloc(16 + groups.length * 12);
  subtable.writeUInt16BE(12, 0);
  subtable.writeUInt32BE(subtable.length, 4);
  subtable.writeUInt32BE(groups.length, 12);
  for (const [index, { first, last, glyph }] of groups.entries()) {
    subtable.writeUInt32BE(first, 16 + index * 12);
    subtable.writeUInt32BE(last, 20 + index * 12);
    subtable.writeUInt32BE(glyph, 24 + index * 12);
  }
  return Buffer.concat([records, subtable]);
}
