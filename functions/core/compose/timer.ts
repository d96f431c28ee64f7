// Joins the timer function: each minute it looks for what was not announced and wakes the worker when work is due.
import type { InstallationId } from '../domain/ids.ts';
import { pollDecisions } from '../steps/poll-decisions.ts';
import {
  announceStalePayments,
  isAnyPollDue,
  lookAgainAtRefunds,
  pollTransactions,
} from '../steps/poll-transactions.ts';
import { pollDisputes } from '../steps/record-disputes.ts';
import { type CatalystCall, createWaker } from '../store/catalyst-sdk.ts';
import { type Cursors, readAllCursors } from '../work/cursors.ts';
import { isWorkDue } from '../work/due-work.ts';
import type { JobContext } from './job.ts';
import { createSharedPorts } from './shared-ports.ts';

export function composeTimer() {
  const { attach, ports } = createSharedPorts('backfill');

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

  return async (_job: object, context: JobContext & CatalystCall): Promise<void> => {
    const app = attach(context);
    try {
      const installations = await ports.companies.list();
      const cursors = await readAllCursors(ports.store, installations);
      for (const installation of installations) {
        await pollCompany(installation, cursors.get(installation));
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
