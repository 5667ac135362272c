import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PlanSummary, SiteSummary } from '../../core/contract/shapes.ts';
import { text } from '../messages/text.ts';
import { bridge } from '../storage/bridge.ts';
import styles from './HomeScreen.module.css';
import { NewPlanDialog } from './NewPlanDialog.tsx';

type Props = {
  readonly openPlan: (planId: string, remarks?: readonly string[]) => Promise<void>;
  readonly tell: (message: string) => void;
  readonly notice: string | null;
};

/** The register of sites with their plans; a clear first step while it is empty. */
export function HomeScreen({ openPlan, tell, notice }: Props) {
  const [sites, setSites] = useState<readonly SiteSummary[] | null>(null);
  const [filter, setFilter] = useState('');
  const [asking, setAsking] = useState<SiteSummary | 'new-site' | null>(null);

  const refresh = useCallback(async () => {
    const answer = await bridge['sites.list']({});
    if (answer.ok) setSites(answer.value);
    else tell(answer.error.message);
  }, [tell]);
  useEffect(() => void refresh(), [refresh]);

  const receive = async (request: ReturnType<(typeof bridge)['files.import']>) => {
    const answer = await request;
    if (answer.ok) return openPlan(answer.value.planId, answer.value.remarks);
    if (answer.error.code !== 'cancelled') tell(answer.error.message);
  };
  const openSample = () => void receive(bridge['files.openSample']({}));
  const importFile = () => void receive(bridge['files.import']({ siteId: null }));

  const shown = useMemo(() => {
    const words = filter.trim().toLowerCase();
    return (sites ?? []).filter(({ name, plans }) =>
      [name, ...plans.map((plan) => plan.name)].some((each) => each.toLowerCase().includes(words)),
    );
  }, [sites, filter]);

  if (!sites) return null;
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1>{text('home.title')}</h1>
        <input
          type="search"
          className="field"
          placeholder={text('home.search')}
          aria-label={text('home.search')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <span className={styles.grow} />
        <button type="button" className="button" onClick={openSample}>
          {text('home.openSample')}
        </button>
        <button type="button" className="button" onClick={importFile}>
          {text('home.import')}
        </button>
        <button type="button" className="button primary" onClick={() => setAsking('new-site')}>
          {text('home.newSite')}
        </button>
      </header>
      {notice && <p className={styles.notice}>{notice}</p>}
      {sites.length === 0 ? (
        <section className={styles.empty}>
          <h2>{text('home.emptyTitle')}</h2>
          <p>{text('home.emptyBody')}</p>
        </section>
      ) : (
        <SiteTable
          sites={shown}
          onOpen={(id) => void openPlan(id)}
          onNewPlan={setAsking}
          onChanged={() => void refresh()}
          tell={tell}
        />
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

type TableProps = {
  readonly sites: readonly SiteSummary[];
  readonly onOpen: (planId: string) => void;
  readonly onNewPlan: (site: SiteSummary) => void;
  readonly onChanged: () => void;
  readonly tell: (message: string) => void;
};

function SiteTable({ sites, onOpen, onNewPlan, onChanged, tell }: TableProps) {
  const trash = async (plan: PlanSummary) => {
    const answer = await bridge['plans.moveToTrash']({ planId: plan.id });
    tell(answer.ok ? text('home.trashed', { name: plan.name }) : answer.error.message);
    onChanged();
  };
  const duplicate = async (plan: PlanSummary) => {
    const answer = await bridge['plans.duplicate']({
      planId: plan.id,
      name: text('home.copyName', { name: plan.name }),
    });
    if (!answer.ok) tell(answer.error.message);
    onChanged();
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{text('home.site')}</th>
          <th>{text('home.plan')}</th>
          <th className={styles.number}>{text('home.records')}</th>
          <th>{text('home.changed')}</th>
          <th aria-label={text('home.actions')} />
        </tr>
      </thead>
      <tbody>
        {sites.flatMap((site) => [
          <tr key={site.id} className={styles.site}>
            <td colSpan={4}>{site.name}</td>
            <td className={styles.actions}>
              <button type="button" className="link" onClick={() => onNewPlan(site)}>
                {text('home.newPlan')}
              </button>
            </td>
          </tr>,
          ...site.plans.map((plan) => (
            <tr key={plan.id} className={styles.plan} onDoubleClick={() => onOpen(plan.id)}>
              <td />
              <td>
                <button type="button" className="link" onClick={() => onOpen(plan.id)}>
                  {plan.name}
                </button>
              </td>
              <td className={styles.number}>{plan.records}</td>
              <td>{new Date(plan.updatedAt).toLocaleString()}</td>
              <td className={styles.actions}>
                <button type="button" className="link" onClick={() => void duplicate(plan)}>
                  {text('home.duplicate')}
                </button>
                <button type="button" className="link" onClick={() => void trash(plan)}>
                  {text('home.trash')}
                </button>
              </td>
            </tr>
          )),
        ])}
      </tbody>
    </table>
  );
}
