import { describe, expect, test } from 'vitest';
import { derive } from '../../../../core/derive/derive.ts';
import { floorWalls, wallsOn } from '../../../../core/derive/walls/floor-walls.ts';
import { wallChains } from '../../../../core/derive/walls/wall-chains.ts';
import { facesOf, wallFaces } from '../../../../core/derive/walls/wall-faces.ts';
import { WallNetwork } from '../../../../core/derive/walls/wall-network.ts';
import { wallPieces } from '../../../../core/derive/walls/wall-pieces.ts';
import { applyDiff, edit } from '../../../../core/plan/diff.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { inOrder, type Plan } from '../../../../core/plan/plan.ts';
import { Random } from '../../../../core/reference/random.ts';
import { networkFigures } from '../../../support/network-figures.ts';
import { record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';
import { walksOf } from '../../../support/random/walks.ts';

const at = (x: number, y: number) => ({ x, y });
type Fields = Partial<Omit<RecordOf<'wall'>, 'id'>>;
const wall = (id: number, a: { x: number; y: number }, b: { x: number; y: number }, fields: Fields = {}) =>
  record('wall', { id, a, b, ...fields });
const id = (number: number) => testId('wall', number);

/*   4 ________3
 *   |    |     |      walls 1 to 4 around, 5 from the line of 1 to the face of 3,
 *  _|____5__6__2      6 across it, 7 free  */
const house = [
  wall(1, at(0, 0), at(10, 0)),
  wall(2, at(10, 0), at(10, 6)),
  wall(3, at(10, 6), at(0, 6)),
  wall(4, at(0, 6), at(0, 0)),
  wall(5, at(4, 0), at(4, 5.9)),
  wall(6, at(3, 2), at(7, 2)),
  wall(7, at(20, 0), at(20, 5)),
];

describe('the network of walls', () => {
  const network = WallNetwork.of(house);
  const cutsOf = (number: number) =>
    network
      .facet(wallPieces)
      .get(id(number))
      ?.cuts.map(({ type, along }) => `${type} ${along}`);

  test('has joints where walls end, T joints where one stands on another, and crossings', () => {
    expect(network.wallsAt(at(10, 0))).toEqual([house[0], house[1]]);
    expect(network.wallsAt(at(4, 0))).toEqual([house[4]]);
    expect(cutsOf(1)).toEqual(['end 0', 'stands 4', 'end 10']);
    expect(cutsOf(3)).toEqual(['end 0', 'stands 6', 'end 10']);
    expect(cutsOf(5)).toEqual(['end 0', 'crosses 2', 'end 5.9']);
    expect(cutsOf(6)).toEqual(['end 0', 'crosses 1', 'end 4']);
    expect(cutsOf(7)).toEqual(['end 0', 'end 5']);
    const nodes = (number: number) =>
      network
        .facet(wallPieces)
        .get(id(number))
        ?.cuts.map(({ node }) => node);
    expect(nodes(5)?.[1]).toBe(nodes(6)?.[1]);
    expect(nodes(1)?.[1]).toBe(nodes(5)?.[0]);
  });

  test('one that ends a little beyond the line of another stands on it and does not cross it besides', () => {
    const beyond = WallNetwork.of([...house.slice(0, 4), wall(5, at(4, 0), at(4, 6.05))]);
    const cuts = (number: number) =>
      beyond
        .facet(wallPieces)
        .get(id(number))
        ?.cuts.map(({ type }) => type);
    expect(cuts(3)).toEqual(['end', 'stands', 'end']);
    expect(cuts(5)).toEqual(['end', 'end']);
    expect(facesOf(beyond.facet(wallFaces))).toHaveLength(2);
  });

  test('finds walls by a box around what stands on them, in the order of the plan', () => {
    const near = (x: number, y: number) =>
      network.near({ minX: x, minY: y, maxX: x, maxY: y }).map((each) => house.indexOf(each) + 1);
    expect(near(4, 0.15)).toEqual([1, 5]);
    expect(near(15, 3)).toEqual([]);
    expect(network.jointsIn({ minX: 3, minY: -1, maxX: 5, maxY: 6 }).map(({ point }) => point)).toEqual(
      expect.arrayContaining([at(4, 0), at(4, 5.9), at(3, 2)]),
    );
  });

  test('has chains as far as two and no more walls meet', () => {
    const chains = (walls: readonly RecordOf<'wall'>[]) => WallNetwork.of(walls).facet(wallChains);
    expect(chains(house).get(id(3))).toEqual({ walls: [1, 2, 3, 4].map(id), closed: true });
    expect(chains(house).get(id(5))).toEqual({ walls: [id(5)], closed: false });
    const open = house.slice(0, 3);
    expect(chains(open).get(id(2))).toEqual({ walls: [1, 2, 3].map(id), closed: false });
    const forked = [...open, wall(8, at(10, 6), at(12, 8))];
    expect(chains(forked).get(id(2))).toEqual({ walls: [1, 2].map(id), closed: false });
  });

  test('has the faces that drawn lines go around; what ends in one closes nothing', () => {
    const areas = (walls: readonly RecordOf<'wall'>[]) =>
      facesOf(WallNetwork.of(walls).facet(wallFaces)).map(({ area }) => area);
    expect(
      areas(house)
        .map((area) => area.toFixed(2))
        .toSorted(),
    ).toEqual(['24.00', '36.00']);
    expect(areas(house.slice(1))).toEqual([]);
    expect(
      areas([...house.slice(1), { ...(house[0] ?? wall(1, at(0, 0), at(1, 0))), state: 'removed' }]),
    ).toEqual([]);
    const half = [wall(1, at(0, 0), at(8, 0), { bulge: 1 }), wall(2, at(8, 0), at(0, 0))];
    expect(areas(half)[0]).toBeCloseTo((Math.PI * 16) / 2, 0);
  });
});

const fresh = (plan: Plan, floor: RecordOf<'floor'>['id']) =>
  WallNetwork.of([...plan.tables.wall.values()].filter((each) => each.floor === floor));

describe('a network that follows edits is the one that is made from nothing', () => {
  test.each([20_261_201, 20_261_202, 20_261_203])('over random walks of all operations, seed %i', (seed) => {
    for (const { steps } of walksOf(seed, { count: 6, length: 60 })) {
      for (const { after } of steps)
        for (const { id: floor } of inOrder(after, 'floor'))
          expect(networkFigures(derive(after, floorWalls, floor))).toEqual(
            networkFigures(fresh(after, floor)),
          );
    }
  });

  const place = (random: Random) => at(random.below(6), random.below(6));
  const randomFields = (random: Random): Fields => ({
    thickness: random.next() < 0.5 ? 0.2 : 0.6,
    bulge: random.next() < 0.15 ? 0.4 : 0,
    state: random.next() < 0.1 ? 'removed' : 'existing',
  });

  function edited(plan: Plan, random: Random): Plan {
    const number = random.below(22) + 1;
    const [a, b] = [place(random), place(random)];
    const isGone = random.next() < 0.15 || (a.x === b.x && a.y === b.y);
    const made = wall(number, a, b, randomFields(random));
    return applyDiff(
      plan,
      edit(plan, (draft) => (isGone ? draft.remove(id(number)) : draft.put(made))),
    );
  }

  test.each([11, 12, 13])('over walls on a narrow grid, where they meet and cross, seed %i', (seed) => {
    const random = new Random(seed);
    let plan = testPlan();
    for (let step = 0; step < 150; step++) {
      plan = edited(plan, random);
      const network = wallsOn(plan, siteFloor);
      // Facets are asked for now and then: what was touched between is kept in mind.
      if (step % 3 === 0) expect(networkFigures(network)).toEqual(networkFigures(fresh(plan, siteFloor)));
    }
  });

  test('what was not touched is shared', () => {
    const plan = testPlan(...house);
    const before = wallsOn(plan, siteFloor);
    const free = before.facet(wallPieces).get(id(7));
    const moved = applyDiff(
      plan,
      edit(plan, (draft) => draft.put(wall(5, at(5, 0), at(5, 5.9)))),
    );
    const after = wallsOn(moved, siteFloor);
    expect(after.facet(wallPieces).get(id(7))).toBe(free);
    expect(after.wallsAt(at(10, 0))).toBe(before.wallsAt(at(10, 0)));
    expect(after.wallsAt(at(4, 0))).toEqual([]);
  });
});
