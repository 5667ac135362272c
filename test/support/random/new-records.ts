import { dimensionTypes } from '../../../core/plan/kinds/dimension.ts';
import { anchorKinds, type PlacedKind, type PlacedRecord } from '../../../core/plan/kinds/index.ts';
import type { Anchor } from '../../../core/plan/notes/anchor-place.ts';
import type { NewRecord } from '../../../core/plan/parse-record.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { among, type Choice, pick, pickId } from './choice.ts';

type Where = Pick<PlacedRecord, 'floor' | 'layer' | 'tag'>;
type Own<K extends PlacedKind> = Omit<NewRecord<K>, 'id' | keyof Where>;

const numberOf = ({ picks: [number = 0] }: Choice) => number;

const atPlace = ({ point }: Choice) => ({ at: point });
const facingPlace = ({ point, angle }: Choice) => ({ at: point, direction: angle });
const alongPath = ({ path }: Choice) => ({ path });
const withinRing = ({ ring }: Choice) => ({ ring });
const withHoles = ({ ring, flag }: Choice) => ({ ring, holes: flag ? [ring.toReversed()] : [] });
const roundOrNot = ({ path, flag }: Choice) => ({ path, closed: flag });

function anchorsOf(plan: Plan, choice: Choice): readonly Anchor[] {
  const number = numberOf(choice);
  const on = anchorKinds.flatMap((kind) => pick(plan, kind, number)?.id ?? []);
  return choice.path.map((at, index): Anchor => {
    if (on.length === 0 || (index + number) % 3 === 0) return { type: 'free', at };
    const target = among(on, index + (number % 97));
    const places = [
      { type: 'vertex', index: (index + number) % 6 },
      { type: 'edge', index: number % 4, share: 0.25 },
      { type: 'centre' },
    ] as const;
    return { type: 'attached', record: target, place: among(places, index) };
  });
}

/** What is true of one kind alone, for a new record of it; null when the plan has nothing that it needs. */
type Owns = { readonly [K in PlacedKind]: (choice: Choice, plan: Plan) => Own<K> | null };

const owns: Owns = {
  underlay: ({ point, angle }) => ({
    at: point,
    rotation: angle,
    attachment: 'a'.repeat(64),
    widthPx: 1600,
    heightPx: 900,
  }),
  propertyLine: withinRing,
  building: withHoles,
  wall: ({ point, path, flag, angle }) => ({
    a: point,
    b: path[0] ?? point,
    bulge: flag ? Math.sin(angle) : 0,
  }),
  opening: (choice, plan) => {
    const wall = pickId(plan, 'wall', numberOf(choice));
    return wall && { wall, offset: choice.length, width: numberOf(choice) % 9 || 0.9 };
  },
  fence: roundOrNot,
  gate: (choice, plan) => ({
    at: choice.point,
    fence: choice.flag ? pickId(plan, 'fence', numberOf(choice)) : null,
  }),
  road: alongPath,
  parking: ({ ring, angle }) => ({ ring, direction: angle }),
  area: withHoles,
  route: alongPath,
  obstacle: ({ flag, ring, path, length }) => (flag ? { ring } : { path, width: length }),
  barrier: (choice, plan) => ({ path: choice.path, gate: pick(plan, 'gate', numberOf(choice))?.id ?? null }),
  bollards: alongPath,
  camera: (choice, plan) => ({
    ...facingPlace(choice),
    mountedOn: pickId(plan, choice.flag ? 'wall' : 'building', numberOf(choice)),
  }),
  post: facingPlace,
  patrol: roundOrNot,
  light: facingPlace,
  sensor: ({ flag, path, point, angle }) => (flag ? { path } : { at: point, direction: angle }),
  reader: (choice, plan) => ({
    ...facingPlace(choice),
    controls: pickId(plan, choice.flag ? 'opening' : 'gate', numberOf(choice)),
  }),
  screening: facingPlace,
  sign: facingPlace,
  equipment: facingPlace,
  asset: ({ flag, ring, point }) => (flag ? { ring } : { at: point }),
  approach: alongPath,
  coverageZone: withinRing,
  text: atPlace,
  callout: (choice, plan) => ({
    at: choice.point,
    anchor: anchorsOf(plan, choice)[1] ?? { type: 'free', at: choice.point },
  }),
  dimension: (choice, plan) => {
    const anchors = anchorsOf(plan, choice);
    const isChain = choice.flag || anchors.length > 4;
    const type = isChain ? 'chain' : among(dimensionTypes, numberOf(choice));
    return { type, anchors, offset: choice.length };
  },
};

/** The kinds that have a place on a floor and a layer. */
export const drawnKinds = Object.keys(owns) as readonly PlacedKind[];

/** The fields of a random new record of a kind, id aside; null when the plan has nothing that it needs. */
export function newFields(
  plan: Plan,
  kind: PlacedKind,
  choice: Choice,
): Readonly<Record<string, unknown>> | null {
  return owns[kind](choice, plan);
}
