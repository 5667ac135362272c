import type { PersonAnswer } from '../../../../core/analysis/picture/person-figures.ts';
import type { NamedLevel } from '../../../../core/catalogue/level-profiles.ts';
import { getRecord, isPlaced, kindOf, type Plan } from '../../../../core/plan/plan.ts';
import { type DisplayUnit, formatLength } from '../../../../core/quantity.ts';
import { toDegrees } from '../../../../core/units.ts';
import { text } from '../../../messages/text.ts';

type Answer = PersonAnswer<NamedLevel>;
type Owner = Answer['hiddenBy'][number];

/** What something that stands there is called: with its tag where it has one. */
function nameOf(plan: Plan, id: Owner): string {
  const kind = text(`kind.${kindOf(id)}`).toLowerCase();
  const record = getRecord(plan, id);
  const tag = record && isPlaced(record) ? record.tag : null;
  return tag ? text('picture.named', { kind, tag }) : kind;
}

function namesOf(plan: Plan, ids: readonly Owner[]): string {
  const [first = '', second, ...more] = ids.map((id) => nameOf(plan, id));
  if (second === undefined) return first;
  const two = text('picture.and', { first, second });
  return more.length === 0 ? two : text('picture.hiddenMore', { what: two, count: more.length });
}

/** How much of the person is in the picture and seen there, and what hides the rest. */
export function seenText(plan: Plan, answer: Answer): string {
  const { framed, beyond, hidden, hiddenBy, isBehindMount } = answer;
  if (isBehindMount) return text('picture.hiddenMount');
  if (framed === 'outside') return text(`picture.outside.${beyond ?? 'beside'}`);
  const what = namesOf(plan, hiddenBy);
  if (what !== '') {
    const percent = Math.min(Math.max(Math.round(hidden * 100), 1), 99);
    return hidden === 1
      ? text('picture.hiddenWhole', { what })
      : text('picture.hiddenPart', { percent, what });
  }
  return text(framed === 'part' ? 'picture.cut' : 'picture.whole');
}

/** The level that is met, or why none is where it is not for lack of pixels. */
export function levelText({ level, isFaceFramed, isBehindMount, faceHidden }: Answer): string {
  if (level) return text('picture.levelMet', { letter: level.letter, name: level.name });
  if (isBehindMount) return text('picture.noLevelHidden');
  if (!isFaceFramed) return text('picture.noLevelOutside');
  return text(faceHidden > 0.5 ? 'picture.noLevelHidden' : 'picture.noLevel');
}

/** Pixels as a figure: below ten with a tenth, infinite ones as such. */
export function pixelsText(count: number): string {
  if (!Number.isFinite(count)) return '∞';
  return count < 10 ? count.toFixed(1) : String(Math.round(count));
}

/** Where the person stands in words: how far off the middle, seen from the camera. */
export function asideText(aside: number): string {
  const angle = Math.abs(toDegrees(aside)).toFixed(1);
  if (angle === '0.0') return text('picture.ahead');
  return text(aside > 0 ? 'picture.left' : 'picture.right', { angle });
}

type Said = { readonly unit: DisplayUnit; readonly range: number | null; readonly meshShare: number };

/** What else is to be known of what is seen there, one sentence each. */
export function personNotes(
  plan: Plan,
  { through, isBeyondRange, framed, isBehindMount }: Answer,
  { unit, range, meshShare }: Said,
): readonly string[] {
  const isShown = framed !== 'outside' && !isBehindMount;
  const owners = (substance: 'mesh' | 'glass') =>
    through.filter((each) => each.substance === substance).map(({ owner }) => owner);
  const [mesh, glass] = [owners('mesh'), owners('glass')];
  const percent = Math.round(100 * meshShare ** mesh.length);
  return [
    ...(isShown && mesh.length > 0
      ? [text('picture.throughMesh', { what: namesOf(plan, mesh), percent })]
      : []),
    ...(isShown && glass.length > 0 ? [text('picture.throughGlass', { what: namesOf(plan, glass) })] : []),
    ...(isBeyondRange && range !== null
      ? [text('picture.beyondRange', { range: formatLength(range, unit, 1) })]
      : []),
  ];
}
