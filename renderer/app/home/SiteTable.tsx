import type { PlanSummary, SiteSummary } from '../../../core/contract/shapes.ts';
import { nameWith } from '../../../core/plan/names.ts';
import type { Tell } from '../../commands/command.ts';
import { text } from '../../messages/text.ts';
import { bridge } from '../../storage/bridge.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { DuplicateIcon, MoreIcon, PencilIcon, PlusIcon, TrashIcon } from '../../ui/icons/actions.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { MenuButton } from '../../ui/menus/MenuButton.tsx';
import { whenText } from '../when-text.ts';
import type { Renamed } from './RenameDialog.tsx';
import styles from './SiteTable.module.css';

type Props = {
  readonly sites: readonly SiteSummary[];
  readonly openPlan: (planId: string) => Promise<void>;
  readonly onNewPlan: (site: SiteSummary) => void;
  readonly onRename: (renamed: Renamed) => void;
  readonly onChanged: () => void;
  readonly tell: Tell;
};

/** Each site with its plans, what was changed last on top. */
export function SiteTable(props: Props) {
  if (props.sites.length === 0)
    return <EmptyState title={text('home.noneFound')} text={text('home.noneFoundHint')} />;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{text('home.site')}</th>
          <th scope="col">{text('home.plan')}</th>
          <th scope="col" className={styles.number}>
            {text('home.records')}
          </th>
          <th scope="col" className={styles.number}>
            {text('home.changed')}
          </th>
          <th scope="col" aria-label={text('home.actions')} />
        </tr>
      </thead>
      {props.sites.map((site) => (
        <SiteRows key={site.id} site={site} {...props} />
      ))}
    </table>
  );
}

type SiteRowsProps = Props & { readonly site: SiteSummary };

function SiteRows({ site, ...props }: SiteRowsProps) {
  const lines = Math.max(1, site.plans.length);
  const head = (
    <th scope="rowgroup" rowSpan={lines} className={styles.site}>
      {site.name}
    </th>
  );
  if (site.plans.length === 0)
    return (
      <tbody>
        <tr>
          {head}
          <td colSpan={3} className={styles.none}>
            {text('home.noPlans')}
          </td>
          <td className={styles.actions}>
            <PlanMenu site={site} plan={null} {...props} />
          </td>
        </tr>
      </tbody>
    );
  return (
    <tbody>
      {site.plans.map((plan, index) => (
        <tr key={plan.id} className={styles.plan} onDoubleClick={() => void props.openPlan(plan.id)}>
          {index === 0 && head}
          <td>
            <Button look="link" onPress={() => void props.openPlan(plan.id)}>
              {plan.name}
            </Button>
          </td>
          <td className={styles.number}>{plan.records.toLocaleString('en')}</td>
          <td className={styles.number}>{whenText(plan.updatedAt)}</td>
          <td className={styles.actions}>
            <PlanMenu site={site} plan={plan} {...props} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function PlanMenu({
  site,
  plan,
  onNewPlan,
  onRename,
  onChanged,
  tell,
}: SiteRowsProps & { readonly plan: PlanSummary | null }) {
  const newPlan = {
    id: 'new',
    title: text('home.newPlanIn', { site: site.name }),
    icon: <PlusIcon />,
    onAction: () => onNewPlan(site),
  };
  const renameSite = {
    id: 'rename-site',
    title: text('home.renameSite'),
    icon: <PencilIcon />,
    onAction: () => onRename({ what: 'site', id: site.id, name: site.name }),
  };
  const own = plan && [
    {
      id: 'rename',
      title: text('home.renamePlan'),
      icon: <PencilIcon />,
      onAction: () => onRename({ what: 'plan', id: plan.id, name: plan.name }),
    },
    {
      id: 'duplicate',
      title: text('home.duplicate'),
      icon: <DuplicateIcon />,
      onAction: () => void duplicate(plan, { onChanged, tell }),
    },
    {
      id: 'trash',
      title: text('home.trash'),
      icon: <TrashIcon />,
      onAction: () => void moveToTrash(plan, { onChanged, tell }),
    },
  ];
  return (
    <MenuButton
      label={text('home.actionsOf', { name: plan ? `${site.name}, ${plan.name}` : site.name })}
      icon={<MoreIcon />}
      isQuiet
      placement="bottom end"
      groups={[
        { id: 'plan', entries: own ?? [] },
        { id: 'site', entries: [newPlan, renameSite] },
      ]}
    />
  );
}

type After = Pick<Props, 'onChanged' | 'tell'>;

async function moveToTrash(plan: PlanSummary, { onChanged, tell }: After): Promise<void> {
  const answer = await bridge['plans.moveToTrash']({ planId: plan.id });
  onChanged();
  if (!answer.ok) return tell(answer.error.message, { tone: 'fail' });
  const restore = async () => {
    const restored = await bridge['plans.restore']({ planId: plan.id });
    if (!restored.ok) tell(restored.error.message, { tone: 'fail' });
    onChanged();
  };
  const action = { label: text('command.edit.undo'), onAction: () => void restore() };
  tell(text('home.trashed', { name: plan.name }), { action });
}

async function duplicate(plan: PlanSummary, { onChanged, tell }: After): Promise<void> {
  const name = nameWith(plan.name, text('home.copyName', { name: '' }));
  const answer = await bridge['plans.duplicate']({ planId: plan.id, name });
  if (!answer.ok) tell(answer.error.message, { tone: 'fail' });
  onChanged();
}
