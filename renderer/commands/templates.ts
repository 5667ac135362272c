import { bundledTemplate, type TemplateKey, templateKeys } from '../../core/catalogue/templates.ts';
import { readClipboard, writeClipboard } from '../../core/codec/clipboard.ts';
import { type Fragment, fragmentOf } from '../../core/plan/parts/fragment.ts';
import type { Editor } from '../editor/editor.ts';
import { ownTemplates } from '../hooks/own-templates.ts';
import { text } from '../messages/text.ts';
import type { Command, CommandScope } from './command.ts';
import { textIn, type ValuesForm } from './values-form.ts';
import { needsSelection } from './why-not.ts';

/** A part of a plan to be inserted: `isOwn` when the person made it. */
export type Template = {
  readonly id: string;
  readonly name: string;
  readonly fragment: Fragment;
  readonly isOwn: boolean;
};

const read = new Map<string, Fragment | null>();

/** The fragment in a text, read once; null when it is not sound. */
function fragmentIn(stored: string): Fragment | null {
  const known = read.get(stored);
  if (known !== undefined) return known;
  const parsed = readClipboard(stored);
  const fragment = parsed.ok ? parsed.value : null;
  read.set(stored, fragment);
  return fragment;
}

function bundled(key: TemplateKey): Template {
  const fragment = fragmentIn(bundledTemplate(key));
  if (!fragment) throw new Error(`The bundled template "${key}" is damaged.`);
  return { id: key, name: text(`template.${key}`), fragment, isOwn: false };
}

let allBundled: readonly Template[] | null = null;

/** The templates that come with the program; read at the first call. */
export function bundledTemplates(): readonly Template[] {
  allBundled ??= templateKeys.map(bundled);
  return allBundled;
}

/** One of the person's own, null when what is stored cannot be read any more. */
export function ownTemplate(stored: {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}): Template | null {
  const fragment = fragmentIn(stored.text);
  return fragment && { id: stored.id, name: stored.name, fragment, isOwn: true };
}

/** Makes the tool place a template until another tool is chosen. */
export function armTemplate(editor: Editor, { id, fragment }: Template): void {
  editor.show({ armed: { template: { id, fragment, angle: 0 } } });
  editor.setTool('place-template');
}

/** Turns the armed template before it is placed; false when none is being placed. */
export function turnTemplate(editor: Editor, angle: number): boolean {
  const { template } = editor.view.armed;
  if (editor.tool.id !== 'place-template' || !template) return false;
  editor.show({ armed: { template: { ...template, angle: template.angle + angle } } });
  return true;
}

/** Why a name cannot be given to a template, or null. */
export function nameRefusal(name: string, ownId: string | null = null): string | null {
  if (name === '') return text('template.noName');
  const isTaken = ownTemplates.all().some((each) => each.name === name && each.id !== ownId);
  return isTaken ? text('template.nameTaken') : null;
}

async function save({ app }: CommandScope, name: string, fragment: Fragment): Promise<void> {
  const written = writeClipboard(fragment);
  const refusal = written.ok ? await ownTemplates.save(name, written.value) : written.error.message;
  if (refusal === null) app.tell(text('template.saved', { name }));
  else app.tell(refusal, { tone: 'fail' });
}

function savingForm(scope: CommandScope): ValuesForm {
  const fragment = fragmentOf(scope.editor.plan, scope.editor.selection);
  const [group] = fragment.groups;
  return {
    id: 'template.save',
    title: 'template.save',
    button: 'template.keep',
    fields: [{ key: 'name', label: 'template.name', type: 'text', initial: group?.name ?? '' }],
    run: (values) => {
      const name = textIn(values, 'name');
      const refusal = nameRefusal(name);
      if (refusal === null) void save(scope, name, fragment);
      return refusal;
    },
  };
}

export const templateCommands: readonly Command[] = [
  {
    id: 'edit.saveTemplate',
    title: 'template.save',
    menu: 'edit',
    shortcut: null,
    startsGroup: true,
    whyNot: needsSelection,
    run: (scope) => scope.app.ask(savingForm(scope)),
  },
];
