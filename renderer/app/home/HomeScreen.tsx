import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { SiteSummary } from '../../../core/contract/shapes.ts';
import type { Tell } from '../../commands/command.ts';
import { text } from '../../messages/text.ts';
import { bridge } from '../../storage/bridge.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { SearchField } from '../../ui/fields/SearchField.tsx';
import { ImportIcon, PlusIcon } from '../../ui/icons/actions.tsx';
import { SiteIcon } from '../../ui/icons/state.tsx';
import { Banner } from '../../ui/layout/Banner.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { askMapping } from '../mapping/mapping-question.ts';
import { planOrAsk } from '../mapping/receive-map.ts';
import styles from './HomeScreen.module.css';
import { NewPlanDialog } from './NewPlanDialog.tsx';
import { RenameDialog, type Renamed } from './RenameDialog.tsx';
import { SiteTable } from './SiteTable.tsx';
import { useZoomKeys } from './use-zoom-keys.ts';

type Props = {
  readonly openPlan: (planId: string, remarks?: readonly string[]) => Promise<void>;
  readonly tell: Tell;
  readonly notice: string | null;
  /** The sites, where they are known already. */
  readonly firstSites: readonly SiteSummary[] | null;
};

/** The register of sites with their plans; a clear first step while it is empty. */
export function HomeScreen({ openPlan, tell, notice, firstSites }: Props) {
  const { sites, refresh } = useSites(tell, firstSites);
  useZoomKeys();
  const [filter, setFilter] = useState('');
  const [renaming, setRenaming] = useState<Renamed | null>(null);
  const [asking, setAsking] = useState<SiteSummary | 'new-site' | null>(null);
  const shown = useMemo(() => findSites(sites ?? [], filter), [sites, filter]);

  if (!sites) return null;
  const isEmpty = sites.length === 0;
  const steps = (
    <FirstSteps
      openPlan={openPlan}
      tell={tell}
      onNewSite={() => setAsking('new-site')}
      hasSample={isEmpty || sites.every(({ name }) => name !== text('home.sampleName'))}
    />
  );
  return (
    <main className={styles.page}>
      {notice && <Banner tone="warn">{notice}</Banner>}
      <header className={styles.head}>
        <h1>{text('home.title')}</h1>
        {!isEmpty && (
          <div className={styles.search}>
            <SearchField
              label={text('home.search')}
              placeholder={text('home.search')}
              value={filter}
              onChange={setFilter}
            />
          </div>
        )}
        <span className={styles.grow} />
        {!isEmpty && steps}
      </header>
      {isEmpty ? (
        <Nothing icon={<SiteIcon size={28} />} title={text('home.emptyTitle')} about={text('home.emptyBody')}>
          {steps}
        </Nothing>
      ) : (
        <SiteTable
          sites={shown}
          openPlan={openPlan}
          onNewPlan={setAsking}
          onRename={setRenaming}
          onChanged={() => void refresh()}
          tell={tell}
        />
      )}
      {renaming && (
        <RenameDialog renamed={renaming} onClose={() => setRenaming(null)} onChanged={() => void refresh()} />
      )}
      {asking && (
        <NewPlanDialog
          site={asking === 'new-site' ? null : asking}
          onClose={() => setAsking(null)}
          onMade={(planId) => void openPlan(planId)}
          tell={tell}
        />
      )}
    </main>
  );
}

function useSites(tell: Tell, first: readonly SiteSummary[] | null) {
  const [sites, setSites] = useState(first);
  const refresh = useCallback(async () => {
    const answer = await bridge['sites.list']({});
    if (answer.ok) setSites(answer.value);
    else tell(answer.error.message, { tone: 'fail' });
  }, [tell]);
  useEffect(() => {
    if (!first) void refresh();
  }, [first, refresh]);
  return { sites, refresh };
}

/** The sites that have the typed words in their name or in that of a plan; then only those plans. */
function findSites(sites: readonly SiteSummary[], typed: string): readonly SiteSummary[] {
  const words = typed.trim().toLowerCase();
  const has = ({ name }: { readonly name: string }) => name.toLowerCase().includes(words);
  return sites.flatMap((site) => {
    if (has(site)) return [site];
    const plans = site.plans.filter(has);
    return plans.length > 0 ? [{ ...site, plans }] : [];
  });
}

type StepsProps = Pick<Props, 'openPlan' | 'tell'> & {
  readonly onNewSite: () => void;
  /** Whether the sample site is offered too. */
  readonly hasSample: boolean;
};

function FirstSteps({ openPlan, tell, onNewSite, hasSample }: StepsProps) {
  const receive = async (request: ReturnType<(typeof bridge)['files.import']>) => {
    const answer = await planOrAsk(await request, { bridge, ask: askMapping });
    if (answer.ok) return openPlan(answer.value.planId, answer.value.remarks);
    if (answer.error.code !== 'cancelled') tell(answer.error.message, { tone: 'fail' });
  };
  return (
    <>
      {hasSample && (
        <Button onPress={() => void receive(bridge['files.openSample']({}))}>
          {text('home.openSample')}
        </Button>
      )}
      <Button icon={<ImportIcon />} onPress={() => void receive(bridge['files.import']({ siteId: null }))}>
        {text('home.import')}
      </Button>
      <Button look="primary" icon={<PlusIcon />} onPress={onNewSite}>
        {text('home.newSite')}
      </Button>
    </>
  );
}

type NothingProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
};

function Nothing({ icon, title, about, children }: NothingProps) {
  return (
    <div className={styles.nothing}>
      <EmptyState icon={icon} title={title} text={about} actions={children} />
    </div>
  );
}
