// node scripts/package/index.ts                unpacked application in dist/
// node scripts/package/index.ts --driven       the same for the journeys in the package, in dist/driven: it takes
//                                             the switches of a debugger and differs in nothing else
// node scripts/package/index.ts --linux deb    whatever electron-builder takes; installers need a release machine
import { buildIfChanged } from '../build.ts';
import { prepareRuntime } from '../runtime/electron-source.ts';
import { passThrough, variables } from '../runtime/environment.ts';
import { reportAndExit } from '../runtime/log.ts';

const DRIVEN = '--driven';

async function main(args: readonly string[]): Promise<number> {
  const electron = await prepareRuntime();
  await buildIfChanged();
  const target = args.filter((each) => each !== DRIVEN);
  const driven = ['-c.directories.output=dist/driven', '-c.extraMetadata.driven=true'];
  if (target.length === 0) target.push('--dir');
  if (args.includes(DRIVEN)) target.push(...driven);
  const source = [`-c.electronDist=${electron.dist}`, `-c.electronVersion=${electron.version}`];
  return passThrough('electron-builder', [...target, ...source], { ...process.env, ...variables(electron) });
}

await main(process.argv.slice(2)).then((code) => process.exit(code), reportAndExit);
