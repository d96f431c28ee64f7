// Joins the timer function: each minute it looks for what was not announced and wakes the worker when work is due.
import type { InstallationId } from '../domain/ids.ts';
import type { FlowDocument } from '../flows/document.ts';
import { announceSchedule } from '../steps/announce-schedule.ts';
import { createFlowLibrary } from '../steps/flow-library.ts';
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
import type { JobContext } from './job.ts';
import { createSharedPorts } from './shared-ports.ts';

export function composeTimer() {
  const { attach, ports: shared } = createSharedPorts('backfill');
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

  return async (_job: object, context: JobContext & CatalystCall): Promise<void> => {
    const app = attach(context);
    try {
      const installations = await ports.companies.list();
      const cursors = await readAllCursors(ports.store, installations);
      for (const installation of installations) {
        await pollCompany(installation, cursors.get(installation));
      }
      for (const [installation, flows] of await readPublishedFlows(ports.store, installations)) {
        await serveFlows(installation, flows, cursors.get(installation));
      }
      await announceStalePayments(ports);
      if (await isWorkDue(ports)) await createWaker(app, 'timer', ports.log).wake();
      context.closeWithSuccess();
    } catch (error) {
      ports.log.error('the timer stopped', { code: error instanceof Error ? error.name : '' });
      context.closeWithFailure();
    }
  };
}
