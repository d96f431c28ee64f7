// Joins the timer function: each minute it looks for what was not announced and wakes the worker when work is due.
import type { InstallationId } from '../domain/ids.ts';
import type { FlowDocument } from '../flows/document.ts';
import { announceSchedule } from '../steps/announce-schedule.ts';
import { isAuditCheckDue } from '../steps/audit/audit-check-due.ts';
import { isDoctorDue } from '../steps/doctor/doctor-due.ts';
import { areFieldsDue } from '../steps/fields-due.ts';
import { createFlowLibrary } from '../steps/flow-library.ts';
import { recheckPeople } from '../steps/identity/check-membership.ts';
import { isHouseTime } from '../steps/lifecycle/house-time.ts';
import { pollDecisions } from '../steps/poll-decisions.ts';
import {
  announceStalePayments,
  isAnyPollDue,
  lookAgainAtRefunds,
  pollTransactions,
} from '../steps/poll-transactions.ts';
import { pollZohoChanges } from '../steps/poll-zoho-changes.ts';
import { readPublishedFlows } from '../steps/published-flows.ts';
import { pollDisputes } from '../steps/record-disputes.ts';
import { renewCrmWatch } from '../steps/renew-crm-watch.ts';
import { type CatalystCall, createWaker } from '../store/catalyst-sdk.ts';
import { type Cursors, readAllCursors } from '../work/cursors.ts';
import { isWorkDue } from '../work/due-work.ts';
import { sideBySide } from '../work/side-by-side.ts';
import { masterKeys } from './environment.ts';
import type { JobContext } from './job.ts';
import { createSharedPorts } from './shared-ports.ts';

/**
 * 2,000 companies fit into the minute with some room (functions/README.md, "Scale on paper"); each has call budgets of its own.
 */
const COMPANIES_AT_ONCE = 16;

export function composeTimer() {
  const { attach, transport, ports: shared } = createSharedPorts('backfill');
  const isKeyChanging = masterKeys().previous !== undefined;
  const ports = { ...shared, flows: createFlowLibrary(shared) };

  /** Rows and keys of a company are read only when something of it is due, or nothing is known of it yet. */
  async function pollCompany(installation: InstallationId, cursors?: Cursors): Promise<void> {
    if (cursors !== undefined && !isAnyPollDue(cursors, ports.clock.now())) return;
    const company = await ports.companies.open(installation);
    if (!company.ok) return;
    for (const { merchantId } of company.value.merchants) {
      await pollTransactions(ports, company.value, merchantId, cursors);
      await lookAgainAtRefunds(ports, company.value, merchantId, cursors);
      await pollDecisions(ports, company.value, merchantId, cursors);
      await pollDisputes(ports, company.value, merchantId, cursors);
    }
    await recheckPeople(ports, company.value, cursors);
  }

  /** Seldom due: the readers are no part of a minute in which nothing is. */
  async function askForFields(installation: InstallationId, cursors?: Cursors): Promise<void> {
    if (!(await areFieldsDue(ports, installation, cursors))) return;
    const { refreshFields } = await import('../steps/read-fields.ts');
    await refreshFields(ports, installation);
  }

  /** Once a night, a bite a minute. */
  async function followAudit(installation: InstallationId, cursors?: Cursors): Promise<void> {
    if (!(await isAuditCheckDue(ports, installation, cursors))) return;
    const { checkAudit } = await import('../steps/audit/check-audit.ts');
    await checkAudit(ports, installation);
  }

  /** Once a day: the doctor is no part of the minutes in which he isn't called. */
  async function lookAfter(installation: InstallationId, cursors?: Cursors): Promise<void> {
    if (!(await isDoctorDue(ports, installation, cursors))) return;
    const { examineAtNight } = await import('../steps/doctor/nightly.ts');
    await examineAtNight({ ...ports, setups: await ports.openSetups() }, installation);
  }

  /** Of the whole project, those that leave among them. */
  async function keepRows(): Promise<void> {
    if (!isHouseTime(ports.clock)) return;
    const { keepHouse } = await import('../steps/lifecycle/keep-house.ts');
    const { createDepartures } = await import('./departures.ts');
    const openDeparture = createDepartures({ ...ports, transport });
    await keepHouse({ ...ports, openDeparture }, isKeyChanging);
  }

  /** What the flows that the installation has published itself wait for, besides payments. */
  async function serveFlows(
    installation: InstallationId,
    flows: readonly FlowDocument[],
    cursors?: Cursors,
  ): Promise<void> {
    await announceSchedule(ports, installation, flows, cursors);
    await pollZohoChanges(ports, installation, flows, cursors);
    await renewCrmWatch(ports, installation, flows, cursors);
  }

  /** One company's trouble is none of the others'. */
  function eachOf(
    companies: Iterable<InstallationId>,
    work: (installation: InstallationId) => Promise<void>,
  ): Promise<void> {
    const queue = [...companies];
    return sideBySide(
      () => queue.shift(),
      COMPANIES_AT_ONCE,
      async (installation) => {
        await work(installation).catch((error: unknown) => {
          const code = error instanceof Error ? error.name : '';
          ports.log.error('the timer left a company out', { installation, code });
        });
      },
    );
  }

  return async (_job: object, context: JobContext & CatalystCall): Promise<void> => {
    const app = attach(context);
    try {
      const installations = await ports.companies.list();
      const cursors = await readAllCursors(ports.store, installations);
      await eachOf(installations, async (installation) => {
        const known = cursors.get(installation);
        await pollCompany(installation, known);
        await askForFields(installation, known);
        await lookAfter(installation, known);
        await followAudit(installation, known);
      });
      const published = await readPublishedFlows(ports.store, installations);
      await eachOf(published.keys(), async (installation) => {
        await serveFlows(
          installation,
          published.get(installation) ?? [],
          cursors.get(installation),
        );
      });
      await announceStalePayments(ports);
      if (await isWorkDue(ports)) await createWaker(app, 'timer', ports.log).wake();
      await keepRows();
      context.closeWithSuccess();
    } catch (error) {
      ports.log.error('the timer stopped', { code: error instanceof Error ? error.name : '' });
      context.closeWithFailure();
    }
  };
}
