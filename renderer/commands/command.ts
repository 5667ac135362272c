import type { AdviceChoice, Asked } from '../../core/analysis/advice/ask-advice.ts';
import type { Value } from '../../core/contract/contract.ts';
import type { ExportFormat } from '../../core/contract/formats.ts';
import type { Answer } from '../../core/contract/method.ts';
import type { DerivationClient } from '../../core/derive/worker/client.ts';
import type { Point } from '../../core/geometry/point.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Editor } from '../editor/editor.ts';
import type { ToolId } from '../editor/tools/index.ts';
import type { MessageKey } from '../messages/keys.ts';
import type { WhyNotKey } from '../messages/why-not.ts';
import type { ValuesForm } from './values-form.ts';

/**
 * Says something to the person: a failure and what stays do so until they are closed, the rest leaves by
 * itself. What stays leaves with the open plan, too.
 */
export type Tell = (
  message: string,
  more?: {
    readonly tone?: 'fail';
    readonly stays?: true;
    readonly topic?: string;
    readonly action?: { readonly label: string; readonly onAction: () => void };
  },
) => void;

/** Takes back what was said of a topic: what it spoke of is gone, or asked for anew. */
export type Unsay = (topic: string) => void;

/** What is looked for, and how it was chosen. */
export type AdviceAsking = Asked & { readonly choice: AdviceChoice; readonly plan: Plan };

/** What commands may ask of the window around the editor. */
export type AppActions = {
  readonly goHome: () => void;
  readonly importPlan: () => void;
  /** Brings what a file draws into the open plan. */
  readonly bringIn: () => void;
  readonly addPicture: () => void;
  readonly exportPlan: (format: ExportFormat) => void;
  readonly backUp: () => void;
  readonly quit: () => void;
  readonly togglePanels: () => void;
  readonly togglePanel: (side: 'left' | 'right' | 'bottom') => void;
  readonly resetLayout: () => void;
  readonly nextTheme: () => void;
  /** Shows everything in the window a step larger or smaller, or in its own size. */
  readonly zoomWindow: (step: 1 | -1 | 0) => void;
  /** Shows a place of the plan with the keyboard's cursor on it. */
  readonly goToPlace: (at: Point) => void;
  readonly goToRegion: (step: 1 | -1) => void;
  readonly showKeys: () => void;
  readonly showPalette: () => void;
  /** Looks for cameras of a zone beside the window, and shows what is found. */
  readonly advise: (asking: AdviceAsking) => void;
  /** Shows a small form that asks for the values of a command. */
  readonly ask: (form: ValuesForm) => void;
  readonly tell: Tell;
  /** Says what takes a moment, and does it once that is on the screen. */
  readonly working: (message: string, work: () => void | Promise<void>) => void;
  /** Computes beside the window what follows from a plan; what is newer asked for takes its place. */
  readonly derive: DerivationClient['ask'];
  /** Where the pointer is over the drawing, plan metres; null when it is elsewhere. */
  readonly pointerAt: () => Point | null;
  readonly writeClipboard: (text: string) => Promise<Answer<unknown>>;
  readonly readClipboard: () => Promise<Answer<Value<'clipboard.read'>>>;
};

export type CommandScope = { readonly editor: Editor; readonly app: AppActions };

/** What decides whether a command can be run: the open plan, and how it is looked at. */
export type WhyNotScope = Pick<CommandScope, 'editor'>;

/** Why a command cannot be run now, the nearest reason that is known; null when it can. */
export type WhyNot = (scope: WhyNotScope) => WhyNotKey | null;

export type CommandMenu = 'file' | 'edit' | 'modify' | 'view' | 'draw' | 'place' | 'help';

/**
 * Something a person can do: toolbar, menus, shortcuts, help sheet and palette are drawn from these.
 *
 * A shortcut is written as Electron writes accelerators, e.g. `CmdOrCtrl+Shift+Z`; a single letter
 * works while no field has the focus.
 */
export type Command = {
  readonly id: string;
  readonly title: MessageKey;
  readonly menu: CommandMenu;
  readonly shortcut: string | null;
  /** A second one that people know from elsewhere; menus and lists name the first. */
  readonly otherShortcut?: string;
  readonly startsGroup?: true;
  /** The tool that the command arms, for the tool bar. */
  readonly tool?: ToolId;
  readonly whyNot: WhyNot;
  /** Its key is pressed for other things too: it says nothing while the command cannot be run. */
  readonly isQuiet?: true;
  readonly isOn?: (scope: CommandScope) => boolean;
  readonly run: (scope: CommandScope) => void;
};
