import type { Command, CommandScope } from '../../commands/command.ts';
import { drawCommands } from '../../commands/draw.ts';
import { shortcutLabel } from '../../commands/shortcuts.ts';
import type { ToolId } from '../../editor/tool.ts';
import { useActiveTool } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { IconToggle } from '../../ui/buttons/IconToggle.tsx';
import { Toolbar } from '../../ui/buttons/Toolbar.tsx';
import type { Icon } from '../../ui/icons/line-icon.tsx';
import * as icons from '../../ui/icons/tools.tsx';
import styles from './ToolBar.module.css';

const toolIcons: { readonly [T in ToolId]: Icon } = {
  select: icons.SelectIcon,
  measure: icons.MeasureIcon,
  'draw-property-line': icons.PropertyLineIcon,
  'draw-building': icons.BuildingIcon,
  'draw-wall': icons.WallIcon,
  'place-opening': icons.OpeningIcon,
  'draw-fence': icons.FenceIcon,
  'place-gate': icons.GateIcon,
  'draw-road': icons.RoadIcon,
  'draw-parking': icons.ParkingIcon,
  'draw-route': icons.RouteIcon,
  'draw-area': icons.AreaIcon,
  'draw-obstacle': icons.ObstacleIcon,
  'place-barrier': icons.BarrierIcon,
  'place-bollards': icons.BollardsIcon,
  'place-camera': icons.CameraIcon,
  'place-post': icons.PostIcon,
  'draw-patrol': icons.PatrolIcon,
  'place-light': icons.LightIcon,
  'place-sensor': icons.SensorIcon,
  'place-reader': icons.ReaderIcon,
  'place-screening': icons.ScreeningIcon,
  'place-sign': icons.SignIcon,
  'place-equipment': icons.EquipmentIcon,
  'draw-coverage-zone': icons.CoverageZoneIcon,
  'place-asset': icons.AssetIcon,
  'draw-approach': icons.ApproachIcon,
  'place-text': icons.TextIcon,
  'place-dimension': icons.DimensionIcon,
  'place-callout': icons.CalloutIcon,
  'place-template': icons.TemplateIcon,
  calibrate: icons.CalibrateIcon,
  'match-properties': icons.MatchIcon,
};

function ToolIcon({ tool }: { readonly tool: ToolId }) {
  const Shown = toolIcons[tool];
  return <Shown />;
}

/** The commands of a list in groups, a new one wherever a command starts one. */
function groupsOf(commands: readonly Command[]): Command[][] {
  const groups: Command[][] = [];
  for (const command of commands) {
    if (command.startsGroup || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(command);
  }
  return groups;
}

export function ToolBar({ scope }: { readonly scope: CommandScope }) {
  const active = useActiveTool();
  const groups = groupsOf(drawCommands).map((group) =>
    group.map((command) => (
      <IconToggle
        key={command.id}
        id={command.id}
        label={text(command.title)}
        shortcut={command.shortcut ? shortcutLabel(command.shortcut) : undefined}
        placement="right"
        size="large"
        icon={command.tool && <ToolIcon tool={command.tool} />}
        isSelected={command.tool === active}
        onChange={() => command.run(scope)}
      />
    )),
  );
  return (
    <nav className={styles.bar} data-region="tools">
      <Toolbar label={text('app.tools')} orientation="vertical" groups={groups} />
    </nav>
  );
}
