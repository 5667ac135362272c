import { type ExportFormat, exportFormats, formatOf, type PlanFormat } from '../../core/contract/formats.ts';
import type { AppActions, Command, WhyNot } from './command.ts';
import { always } from './why-not.ts';

function fileCommand(name: string, title: Command['title'], run: (app: AppActions) => void): Command {
  return {
    id: `file.${name}`,
    title,
    menu: 'file',
    shortcut: null,
    whyNot: always,
    run: ({ app }) => run(app),
  };
}

const exportShortcuts: { readonly [F in ExportFormat]?: string } = {
  pdf: 'CmdOrCtrl+P',
  plan: 'CmdOrCtrl+Shift+S',
};

/** A set of sheets is of several. */
const needsSheets: WhyNot = ({ editor }) => {
  const { size } = editor.plan.tables.sheet;
  if (size > 1) return null;
  return size === 0 ? 'whyNot.noSheets' : 'whyNot.oneSheet';
};

const needsCameras: WhyNot = ({ editor }) => (editor.plan.tables.camera.size > 0 ? null : 'whyNot.noCameras');

const needs: { readonly [H in PlanFormat['holds']]: WhyNot } = {
  'a-sheet': always,
  'all-sheets': needsSheets,
  'all-cameras': needsCameras,
  'the-plan': always,
};

/** One command a format. */
const exportCommands: readonly Command[] = exportFormats.map((format, index) => ({
  ...fileCommand(`export.${format}`, `command.file.export.${format}`, (app) => app.exportPlan(format)),
  shortcut: exportShortcuts[format] ?? null,
  ...(index === 0 && { startsGroup: true }),
  whyNot: needs[formatOf(format).holds],
}));

export const fileCommands: readonly Command[] = [
  { ...fileCommand('home', 'command.file.home', (app) => app.goHome()), shortcut: 'CmdOrCtrl+Shift+H' },
  { ...fileCommand('import', 'command.file.import', (app) => app.importPlan()), shortcut: 'CmdOrCtrl+O' },
  {
    ...fileCommand('bringIn', 'command.file.bringIn', (app) => app.bringIn()),
    shortcut: 'CmdOrCtrl+Shift+O',
  },
  {
    ...fileCommand('addPicture', 'command.file.addPicture', (app) => app.addPicture()),
    shortcut: 'CmdOrCtrl+Shift+I',
  },
  ...exportCommands,
  { ...fileCommand('backUp', 'command.file.backUp', (app) => app.backUp()), startsGroup: true },
  {
    ...fileCommand('quit', 'command.file.quit', (app) => app.quit()),
    shortcut: 'CmdOrCtrl+Q',
    startsGroup: true,
  },
];

export const helpCommands: readonly Command[] = [
  {
    id: 'help.palette',
    title: 'command.help.palette',
    menu: 'help',
    shortcut: 'CmdOrCtrl+K',
    whyNot: always,
    run: ({ app }) => app.showPalette(),
  },
  {
    id: 'help.keys',
    title: 'command.help.keys',
    menu: 'help',
    shortcut: 'F1',
    whyNot: always,
    run: ({ app }) => app.showKeys(),
  },
];
