import { useMemo, useState } from 'react';
import type { StoredTemplate } from '../../../core/contract/shapes.ts';
import { boundsOfFragment } from '../../../core/plan/parts/fragment.ts';
import { settingsOf } from '../../../core/plan/plan.ts';
import type { DisplayUnit } from '../../../core/quantity.ts';
import { METRES_PER_FOOT } from '../../../core/units.ts';
import { armTemplate, bundledTemplates, ownTemplate, type Template } from '../../commands/templates.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { ownTemplates, useOwnTemplates } from '../../hooks/own-templates.ts';
import { useActiveTool, useArmed } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { IconButton } from '../../ui/buttons/IconButton.tsx';
import { PencilIcon, TrashIcon } from '../../ui/icons/actions.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { Refusal } from '../../ui/layout/Refusal.tsx';
import { type ListRow, RowList } from '../../ui/lists/RowList.tsx';
import styles from './CataloguePanel.module.css';
import { RenameTemplate } from './RenameTemplate.tsx';
import { TemplatePicture } from './TemplatePicture.tsx';

/** The bundled templates and the person's own; choosing one arms the tool that inserts it. */
export function TemplatesList({ filter }: { readonly filter: string }) {
  const editor = useEditor();
  const { template: armed } = useArmed();
  const tool = useActiveTool();
  const stored = useOwnTemplates();
  const [renaming, setRenaming] = useState<StoredTemplate | null>(null);
  const { removed, refusal, remove, bringBack } = useRemoving();
  const own = useMemo(() => stored.map((each) => ({ stored: each, template: ownTemplate(each) })), [stored]);
  const { displayUnit } = settingsOf(editor.plan);
  const sizeOf = (template: Template): string => sizeText(template, displayUnit);
  const groups = [
    {
      id: 'bundled',
      title: text('template.bundled'),
      rows: bundledTemplates()
        .filter(({ name }) => isNamed(name, filter))
        .map((template) => rowOf(template, sizeOf(template))),
    },
    {
      id: 'own',
      title: text('template.own'),
      rows: own
        .filter((each) => isNamed(each.stored.name, filter))
        .map(({ stored: kept, template }) => ({
          ...(template ? rowOf(template, sizeOf(template)) : damagedRow(kept)),
          end: (
            <OwnButtons
              template={kept}
              onRename={() => setRenaming(kept)}
              onRemove={() => void remove(kept)}
            />
          ),
        })),
    },
  ];
  const arm = (ids: ReadonlySet<string>) => {
    const templates = [...bundledTemplates(), ...own.flatMap(({ template }) => template ?? [])];
    const chosen = templates.find(({ id }) => ids.has(id));
    if (chosen) armTemplate(editor, chosen);
  };
  return (
    <>
      <RowList
        label={text('template.title')}
        groups={groups}
        selectionMode="single"
        selected={new Set(armed && tool === 'place-template' ? [armed.id] : [])}
        onSelect={arm}
        empty={<EmptyState title={text('template.none')} />}
      />
      <Refusal inset="panel">{refusal}</Refusal>
      {removed && (
        <p className={styles.hint} role="status">
          {text('template.removed', { name: removed.name })}{' '}
          <Button look="plain" onPress={() => void bringBack()}>
            {text('template.undo')}
          </Button>
        </p>
      )}
      {stored.length === 0 && filter === '' && <p className={styles.hint}>{text('template.saveHint')}</p>}
      {renaming && <RenameTemplate template={renaming} onClose={() => setRenaming(null)} />}
    </>
  );
}

/** Removes at once; what was removed last can be brought back. */
function useRemoving() {
  const [removed, setRemoved] = useState<StoredTemplate | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const remove = async (template: StoredTemplate) => {
    const refused = await ownTemplates.remove(template.id);
    setRefusal(refused);
    setRemoved(refused === null ? template : null);
  };
  const bringBack = async () => {
    if (!removed) return;
    setRefusal(await ownTemplates.save(removed.name, removed.text));
    setRemoved(null);
  };
  return { removed, refusal, remove, bringBack };
}

const isNamed = (name: string, filter: string) => name.toLowerCase().includes(filter.trim().toLowerCase());

/** Whole metres or feet: which template is meant, not how long it is. */
function sizeText({ fragment }: Template, unit: DisplayUnit): string {
  const box = boundsOfFragment(fragment);
  const whole = (metres: number) => Math.round(unit === 'm' ? metres : metres / METRES_PER_FOOT);
  const [width, height] = box ? [whole(box.maxX - box.minX), whole(box.maxY - box.minY)] : [0, 0];
  const size = `${width} × ${height} ${unit === 'm' ? 'm' : 'ft'}`;
  return text('template.size', { count: fragment.records.length, size });
}

function rowOf({ id, name, fragment }: Template, detail: string): ListRow {
  return { id, title: name, detail, picture: <TemplatePicture fragment={fragment} /> };
}

function damagedRow({ id, name }: StoredTemplate): ListRow {
  return { id, title: name, detail: text('template.damaged'), isDim: true };
}

type OwnProps = {
  readonly template: StoredTemplate;
  readonly onRename: () => void;
  readonly onRemove: () => void;
};

function OwnButtons({ template, onRename, onRemove }: OwnProps) {
  const named = (label: 'template.rename' | 'template.remove') => `${text(label)}: ${template.name}`;
  return (
    <>
      <IconButton
        label={named('template.rename')}
        size="small"
        isQuiet
        icon={<PencilIcon size={14} />}
        onPress={onRename}
      />
      <IconButton
        label={named('template.remove')}
        size="small"
        isQuiet
        icon={<TrashIcon size={14} />}
        onPress={onRemove}
      />
    </>
  );
}
