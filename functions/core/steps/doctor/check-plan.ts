// Do the calls a day that the settings count on fit the plan that the organization has?
import { problem } from '../../domain/problem.ts';
import { ok } from '../../domain/result.ts';
import type { Check } from './check.ts';

/** Calls a day and organization by the plan's name (Books API introduction, "API Call Limit"). */
const perDayOfPlan: Readonly<Record<string, number>> = {
  free: 1_000,
  standard: 2_000,
  professional: 5_000,
  premium: 10_000,
  elite: 10_000,
  ultimate: 10_000,
};

export const checkPlan: Check = {
  name: 'plan',
  appliesTo: ({ isSignedIn, record }) =>
    isSignedIn && record.settings.zoho?.limits?.finance?.perDay !== undefined,
  async examine({ organizationsOf, record }) {
    const counted = record.settings.zoho?.limits?.finance?.perDay ?? 0;
    const all = await organizationsOf('books');
    if (!all.ok) return all;
    const own = all.value.find((one) => one.id === record.settings.zoho?.booksOrganizationId);
    const plan = own?.plan ?? '';
    const allowed = perDayOfPlan[plan.toLowerCase()];
    if (allowed === undefined || counted <= allowed) return ok([]);
    const facts = { plan, allowed: String(allowed), counted: String(counted) };
    return ok([{ subject: 'books', problem: problem('plan-calls-fewer', 'fix-setup', facts) }]);
  },
};
