// Joins the timer function: each minute it looks for what was not announced and wakes the worker when work is due.
import { pollDecisions } from '../steps/poll-decisions.ts';
import { announceStalePayments, pollTransactions } from '../steps/poll-transactions.ts';
import { pollDisputes } from '../steps/record-disputes.ts';
import { type CatalystCall, createWaker } from '../store/catalyst-sdk.ts';
import { isWorkDue } from '../work/due-work.ts';
import type { JobContext } from './job.ts';
import { createSharedPorts } from './shared-ports.ts';

export function composeTimer() {
  const { attach, ports } = createSharedPorts('backfill');
  return async (_job: object, context: JobContext & CatalystCall): Promise<void> => {
    const app = attach(context);
    try {
      for (const installation of await ports.companies.list()) {
        const company = await ports.companies.open(installation);
        if (!company.ok) continue;
        for (const merchant of company.value.merchants) {
          await pollTransactions(ports, company.value, merchant.merchantId);
          await pollDecisions(ports, company.value, merchant.merchantId);
          await pollDisputes(ports, company.value, merchant.merchantId);
        }
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
