import type { AppActions, Command } from './command.ts';

const always = () => true;

function fileCommand(name: string, title: Command['title'], run: (app: AppActions) => void): Command {
  return {
    id: `file.${name}`,
    title,
    menu: 'file',
    shortcut: null,
    isEnabled: always,
    run: ({ app }) => run(app),
  };
}

export const fileCommands: readonly Command[] = [
  { ...fileCommand('home', 'command.file.home', (app) => app.goHome()), shortcut: 'CmdOrCtrl+Shift+H' },
  { ...fileCommand('import', 'command.file.import', (app) => app.importPlan()), shortcut: 'CmdOrCtrl+O' },
  {
    ...fileCommand('addPicture', 'command.file.addPicture', (app) => app.addPicture()),
    shortcut: 'CmdOrCtrl+Shift+I',
  },
  {
    ...fileCommand('exportPdf', 'command.file.exportPdf', (app) => app.exportPlan('pdf')),
    shortcut: 'CmdOrCtrl+P',
    startsGroup: true,
  },
  {
    ...fileCommand('exportPlan', 'command.file.exportPlan', (app) => app.exportPlan('plan')),
    shortcut: 'CmdOrCtrl+Shift+S',
  },
  {
    ...fileCommand('exportPdfSet', 'command.file.exportPdfSet', (app) => app.exportPlan('pdf-set')),
    isEnabled: ({ editor }) => editor.plan.tables.sheet.size > 1,
  },
  fileCommand('exportPng', 'command.file.exportPng', (app) => app.exportPlan('png')),
  fileCommand('exportSvg', 'command.file.exportSvg', (app) => app.exportPlan('svg')),
  fileCommand('exportCsv', 'command.file.exportCsv', (app) => app.exportPlan('csv')),
  fileCommand('exportGeojson', 'command.file.exportGeojson', (app) => app.exportPlan('geojson')),
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
    isEnabled: always,
    run: ({ app }) => app.showPalette(),
  },
  {
    id: 'help.keys',
    title: 'command.help.keys',
    menu: 'help',
    shortcut: 'F1',
    isEnabled: always,
    run: ({ app }) => app.showKeys(),
  },
];
