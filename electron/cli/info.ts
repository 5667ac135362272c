import path from 'node:path';
import { hashOf } from '../../core/codec/plan-file.ts';
import { FORMAT } from '../../core/plan/format.ts';
import { inOrder } from '../../core/plan/plan.ts';
import { planToJson } from '../../core/plan/plan-json.ts';
import { figuresOf } from '../../core/plan/tally.ts';
import { type Command, readPlan, report, required } from './cli-io.ts';
import { shownFigures } from './figure-text.ts';
import { listedSites, siteLines } from './list-sites.ts';

/** What a plan file holds, or the sites of a database with what is known of their plans. */
export const runInfo: Command = async (args, io) => {
  const [plan] = args.positionals;
  if (plan === undefined && args.values.db !== undefined) {
    const database = path.resolve(args.values.db);
    const sites = listedSites(database);
    return report({ database, sites: args.values.json ? sites : siteLines(sites) }, args, io);
  }
  report(await infoOf(required(plan, 'The plan file')), args, io);
};

async function infoOf(file: string) {
  const { planId, name, siteName, plan, attachments, remarks } = await readPlan(file);
  const { records, kinds, states, extent } = shownFigures(figuresOf(plan));
  return {
    format: FORMAT,
    planId,
    name,
    site: siteName,
    records,
    kinds,
    states,
    floors: inOrder(plan, 'floor').map((floor) => floor.name),
    extent,
    attachments: attachments.size,
    hash: hashOf(new TextEncoder().encode(planToJson(plan))),
    remarks,
  };
}
