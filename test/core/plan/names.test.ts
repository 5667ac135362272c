import { describe, expect, test } from 'vitest';
import { cutName, nameFrom, nameWith } from '../../../core/plan/names.ts';

const family = '👨‍👩‍👧‍👦';

describe('a name', () => {
  test.each([
    ['Harbour Street 12', 'Harbour Street 12'],
    [' two\nlines\t ', 'two lines'],
    ['bell\u0007 and \u001b[2J', 'bell\ufffd and \ufffd[2J'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['half \ud800', 'half \ufffd'],
    ['\n\r\n', ''],
    ['x'.repeat(201), 'x'.repeat(200)],
    [`${'x'.repeat(196)}${family}`, 'x'.repeat(196)],
    [family.repeat(20), family.repeat(18)],
  ])('from outside is one line of whole letters: %j', (given, expected) => {
    expect(nameFrom(given)).toBe(expected);
  });

  test('keeps what stands behind it', () => {
    expect(nameWith('Depot', ' (copy)')).toBe('Depot (copy)');
    expect(nameWith('x'.repeat(193), ' (copy)')).toBe(`${'x'.repeat(193)} (copy)`);
    expect(nameWith('x'.repeat(200), ' (copy)')).toBe(`${'x'.repeat(193)} (copy)`);
    expect(nameWith(`${'x'.repeat(190)}${family}`, ' (copy)')).toBe(`${'x'.repeat(190)} (copy)`);
  });

  test('that is short enough is left as it is', () => {
    const name = `${'\n\u202e'.repeat(50)} ${'x'.repeat(99)}`;
    expect(cutName(name)).toBe(name);
  });
});
