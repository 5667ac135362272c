import { hashOf } from '../../core/codec/plan-file.ts';
import { FORMAT } from '../../core/plan/format.ts';
import { inOrder, kinds, recordCount } from '../../core/plan/plan.ts';
import { planToJson } from '../../core/plan/plan-json.ts';
import { planBounds } from '../../core/plan/shape.ts';
import { type Command, readPlan, report, required } from './cli-io.ts';

const round = (metres: number) => Math.round(metres * 1000) / 1000;

/** What a plan file holds. */
export const runInfo: Command = async (args, io) => {
  const file = required(args.positionals[0], 'The plan file');
  const { planId, name, siteName, plan, attachments, remarks } = await readPlan(file);
  const box = planBounds(plan);
  const counts = kinds
    .map((kind) => [kind, plan.tables[kind].size] as const)
    .filter(([, count]) => count > 0);
  const extent = box && { width: round(box.maxX - box.minX), height: round(box.maxY - box.minY) };
  report(
    {
      format: FORMAT,
      planId,
      name,
      site: siteName,
      records: recordCount(plan),
      kinds: Object.fromEntries(counts),
      floors: inOrder(plan, 'floor').map((floor) => floor.name),
      extent,
      attachments: attachments.size,
      hash: hashOf(new TextEncoder().encode(planToJson(plan))),
      remarks,
    },
    args,
    io,
  );
};
