import {
  type ExportFormat,
  exportFormats,
  formatOf,
  type PlanFormat,
} from '../../../core/contract/formats.ts';
import type { AppActions } from '../../commands/command.ts';
import { issuedHeading } from '../../commands/structure/issued.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useLens, useStructure, useTopic } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { MenuButton } from '../../ui/menus/MenuButton.tsx';

const holding = (what: PlanFormat['holds']) =>
  exportFormats.filter((format) => formatOf(format).holds === what);

/** What can be issued: the sheet that is meant stands above its forms. */
export function IssueMenu({ actions }: { readonly actions: AppActions }) {
  const editor = useEditor();
  const count = useStructure('sheet').length;
  // What is issued follows from these too.
  useStructure('floor');
  useStructure('layer');
  useLens();
  const cameras = useTopic('plan', ({ plan }) => plan.tables.camera.size > 0);
  const title = issuedHeading(editor);
  const entry = (format: ExportFormat) => ({
    id: format,
    title: text(`issue.${format}`, { count }),
    onAction: () => actions.exportPlan(format),
  });
  const groups = [
    { id: 'print', title, entries: holding('a-sheet').map(entry) },
    {
      id: 'set',
      title: text('issue.asTheyStand'),
      entries: count > 1 ? holding('all-sheets').map(entry) : [],
    },
    {
      id: 'cameras',
      title: text('issue.allFloors'),
      entries: cameras ? holding('all-cameras').map(entry) : [],
    },
    { id: 'exchange', title: text('issue.wholePlan'), entries: holding('the-plan').map(entry) },
  ];
  return <MenuButton look="primary" label={text('app.issue')} groups={groups} placement="bottom end" />;
}
