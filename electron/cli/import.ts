import { randomUUID } from 'node:crypto';
import { encodePlan } from '../../core/codec/plan-file.ts';
import { surveyLines } from '../../core/exchange/mapping/survey-lines.ts';
import { surveyOf } from '../../core/exchange/mapping/survey-of.ts';
import { type Mapping, readMapping } from '../../core/mapping/mapping.ts';
import { placedCount } from '../../core/plan/plan.ts';
import { textOfUtf8 } from '../../core/utf8.ts';
import { planOfMap, readMap } from '../files/import-map.ts';
import { nameOfFile } from '../files/import-plan.ts';
import { beginsAsMap } from '../files/map-text.ts';
import { packArchive } from '../files/plan-archive.ts';
import type { CliArgs } from './cli-args.ts';
import {
  CliRefusal,
  type Command,
  planOfBytes,
  readBytes,
  report,
  required,
  usage,
  writeOutput,
} from './cli-io.ts';

/** Makes a plan file of a GeoJSON file; of another plan file as well, whose features need no mapping. */
export const runImport: Command = async (args, io) => {
  const file = required(args.positionals[0], 'The GeoJSON file');
  const out = required(args.values.out, '--out PLAN');
  const mapping = await mappingIn(args);
  const { imported, attributes } = await importedFrom(file, mapping);
  const { name, siteName, plan, attachments, planId, remarks } = imported;
  const parcel = {
    planId: planId ?? randomUUID(),
    planName: args.values.name ?? name,
    siteName,
    plan,
    attachments,
  };
  await writeOutput(out, await packArchive(encodePlan(parcel, io.version)), args);
  const told = attributes.length > 0 ? { attributes } : {};
  report({ written: out, records: placedCount(plan), remarks, ...told }, args, io);
};

/** The mapping in the file of --map; null without one. */
async function mappingIn({ values: { map } }: CliArgs): Promise<Mapping | null> {
  if (map === undefined) return null;
  const text = textOfUtf8(await readBytes(map));
  const mapping = text === null ? null : readMapping(text);
  if (!mapping) throw new CliRefusal(`${map}: This mapping is not UTF-8. Save it as UTF-8.`);
  if (!mapping.ok) throw new CliRefusal(`${map}: ${mapping.error.message}`);
  return mapping.value;
}

const ADVICE =
  'Its features have the attributes below: say in a mapping what they are, as docs/mapping.md shows, and import it with --map FILE.';

async function importedFrom(file: string, mapping: Mapping | null) {
  const bytes = await readBytes(file);
  if (!beginsAsMap(bytes)) {
    if (mapping) throw usage('--map is for GeoJSON');
    return { imported: await planOfBytes(bytes, file), attributes: [] };
  }
  const map = readMap(bytes);
  if (!map.ok) throw new CliRefusal(`${file}: ${map.error.message}`);
  const setup = { name: nameOfFile(file), newId: randomUUID, mapping: mapping ?? undefined };
  const imported = planOfMap(map.value, setup);
  if (!imported.ok) throw new CliRefusal(`${file}: ${imported.error.message}`);
  if (placedCount(imported.value.plan) > 0) return { imported: imported.value, attributes: [] };
  const attributes = surveyLines(surveyOf(map.value.drawing));
  const remarks = attributes.length > 0 ? [...imported.value.remarks, ADVICE] : imported.value.remarks;
  return { imported: { ...imported.value, remarks }, attributes };
}
