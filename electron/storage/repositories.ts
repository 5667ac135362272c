import { randomUUID } from 'node:crypto';
import { AttachmentRepository } from './attachment-repository.ts';
import type { OpenDatabase } from './database.ts';
import { JournalRepository } from './journal/journal-repository.ts';
import { PlanIntake } from './plan-intake.ts';
import { PlanParts } from './plan-parts.ts';
import { PlanRepository } from './plan-repository.ts';
import { inPlace, onlyRead } from './safekeeping/in-place.ts';
import type { OpenSession } from './safekeeping/open-session.ts';
import { SettingRepository } from './setting-repository.ts';
import { SiteRepository } from './site-repository.ts';
import { PlanSummaries } from './summaries/plan-summaries.ts';
import { TemplateRepository } from './template-repository.ts';
import { type SlowCallListener, timed } from './timed.ts';
import { UprightForms } from './upright-forms.ts';

/** What is stored in an open database. */
export type Repositories = {
  readonly sites: SiteRepository;
  readonly plans: PlanRepository;
  readonly parts: PlanParts;
  readonly journal: JournalRepository;
  readonly intake: PlanIntake;
  readonly attachments: AttachmentRepository;
  readonly uprightForms: UprightForms;
  readonly settings: SettingRepository;
  readonly templates: TemplateRepository;
  readonly summaries: PlanSummaries;
};

/** The repositories on an open database; `onSlow` hears of calls that take longer than a frame. */
export function repositoriesOf(
  { db }: Pick<OpenDatabase, 'db'>,
  onSlow: SlowCallListener = () => undefined,
): Repositories {
  const setup = { newId: () => randomUUID(), now: () => new Date().toISOString() };
  const plans = timed('plans', new PlanRepository(db, setup), onSlow);
  return {
    plans,
    parts: timed('parts', new PlanParts(db), onSlow),
    journal: timed('journal', new JournalRepository(db), onSlow),
    intake: timed('intake', new PlanIntake(db, plans, setup), onSlow),
    sites: timed('sites', new SiteRepository(db, plans, setup), onSlow),
    attachments: timed('attachments', new AttachmentRepository(db), onSlow),
    uprightForms: timed('uprightForms', new UprightForms(db), onSlow),
    settings: timed('settings', new SettingRepository(db), onSlow),
    templates: timed('templates', new TemplateRepository(db, setup), onSlow),
    summaries: timed('summaries', new PlanSummaries(db), onSlow),
  };
}

/** The same over a session: what writes looks before and after whether the database is still the one in its place. */
export function watchedRepositories(open: OpenSession, onSlow: SlowCallListener): Repositories {
  const watch = { problem: () => open.placeProblem(), onWritten: () => open.wrote() };
  const all = repositoriesOf(open, onSlow);
  return {
    // Both only read.
    parts: all.parts,
    journal: all.journal,
    plans: inPlace(all.plans, onlyRead.plans, watch),
    sites: inPlace(all.sites, onlyRead.sites, watch),
    intake: inPlace(all.intake, onlyRead.intake, watch),
    attachments: inPlace(all.attachments, onlyRead.attachments, watch),
    uprightForms: inPlace(all.uprightForms, onlyRead.uprightForms, watch),
    settings: inPlace(all.settings, onlyRead.settings, watch),
    templates: inPlace(all.templates, onlyRead.templates, watch),
    summaries: inPlace(all.summaries, onlyRead.summaries, watch),
  };
}
