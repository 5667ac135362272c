import { wallChains } from '../../core/derive/walls/wall-chains.ts';
import { facesOf, wallFaces } from '../../core/derive/walls/wall-faces.ts';
import type { WallNetwork } from '../../core/derive/walls/wall-network.ts';
import { wallPieces } from '../../core/derive/walls/wall-pieces.ts';

const sorted = (texts: Iterable<string>) => [...texts].toSorted();

/** All that a network says, in an order that does not depend on how it came about. */
export function networkFigures(network: WallNetwork) {
  const everywhere = { minX: -1e7, minY: -1e7, maxX: 1e7, maxY: 1e7 };
  const jointOf = ({ point, walls }: { point: { x: number; y: number }; walls: readonly { id: string }[] }) =>
    `${point.x} ${point.y}: ${sorted(walls.map(({ id }) => id))}`;
  const faces = facesOf(network.facet(wallFaces));
  return {
    joints: sorted([...network.joints()].map(jointOf)),
    places: sorted(network.jointsIn(everywhere).map(jointOf)),
    near: sorted(network.near(everywhere).map((wall) => JSON.stringify(wall))),
    pieces: sorted([...network.facet(wallPieces).values()].map((each) => JSON.stringify(each))),
    chains: sorted([...network.facet(wallChains).entries()].map((each) => JSON.stringify(each))),
    faces: sorted(faces.map(({ walls, area }) => `${area.toFixed(6)} ${sorted(new Set(walls))}`)),
  };
}
