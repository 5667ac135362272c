/** The families that Han letters are taken from: each draws many of them in its country's way. */
const HAN_FAMILIES = ['sc', 'tc', 'jp', 'kr'] as const;
type HanFamily = (typeof HAN_FAMILIES)[number];

/** Whether a family is one of those that Han letters are taken from. */
export const isHanFamily = (id: string): id is HanFamily => HAN_FAMILIES.some((each) => each === id);

type Rows = readonly [first: number, last: number];

/** Letters of two bytes in an encoding, from the first to the last lead byte. */
function lettersOf(encoding: string, [first, last]: Rows, firstTrail = 0xa1): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding);
  const letters = new Set<string>();
  for (let lead = first; lead <= last; lead += 1) {
    for (let trail = firstTrail; trail <= 0xfe; trail += 1) {
      const [letter = '', ...rest] = decoder.decode(new Uint8Array([lead, trail]));
      if (rest.length === 0 && letter !== '\ufffd' && letter !== '') letters.add(letter);
    }
  }
  return letters;
}

function range(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}

/** What each family is cut to: the letters of its country's standard, with what is written beside them. */
const makers: { readonly [F in HanFamily]: () => ReadonlySet<string> } = {
  // GB 2312.
  sc: () => lettersOf('gb2312', [0xa1, 0xf7]),
  // Big5, level 1.
  tc: () => lettersOf('big5', [0xa1, 0xc6], 0x40),
  // JIS X 0208, and katakana of half width.
  jp: () => new Set([...lettersOf('euc-jp', [0xa1, 0xf4]), ...range(0xff61, 0xff9f)]),
  // All syllables of hangul, single jamo, and what stands beside them; hanja come from the others.
  kr: () =>
    new Set([
      ...range(0x1100, 0x11ff),
      ...range(0x3000, 0x303f),
      ...range(0x3131, 0x318e),
      ...range(0x3200, 0x32ff),
      ...range(0xac00, 0xd7a3),
      ...range(0xff01, 0xff5e),
    ]),
};

const known = new Map<HanFamily, ReadonlySet<string>>();

/** The letters that a family of East Asia is cut to. */
export function lettersOfFamily(id: HanFamily): ReadonlySet<string> {
  const letters = known.get(id) ?? makers[id]();
  known.set(id, letters);
  return letters;
}

const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;

/**
 * The order in which a line's Han letters are asked for: that of Japan beside kana, of Korea beside hangul, else the
 * first country whose standard has the most of them.
 */
export function hanOrder(line: string): readonly HanFamily[] {
  if (KANA.test(line)) return ['jp', 'tc', 'sc', 'kr'];
  if (HANGUL.test(line)) return ['kr', 'tc', 'jp', 'sc'];
  const letters = line.match(HAN) ?? [];
  const has = (id: HanFamily) => letters.filter((letter) => lettersOfFamily(id).has(letter)).length;
  const counts = new Map(HAN_FAMILIES.map((id) => [id, id === 'kr' ? -1 : has(id)]));
  // Sorting keeps the order of equals.
  return HAN_FAMILIES.toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
}
