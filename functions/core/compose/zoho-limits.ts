// The limits of a company's Zoho plans as its settings have them.
import type { InstallationSettings } from '../steps/connect/installation-settings.ts';
import type { ZohoLimits } from '../work/budget-zoho.ts';

/** What the administrator has named; our own careful figures for the rest. */
export function limitsOf({
  callsPerMinute,
  limits,
}: Pick<InstallationSettings['zoho'], 'callsPerMinute' | 'limits'>): ZohoLimits {
  return {
    ...(limits?.finance && { finance: limits.finance }),
    ...(limits?.crm && { crm: limits.crm }),
    ...(limits?.desk && { desk: limits.desk }),
    ...(callsPerMinute === undefined ? {} : { callsPerMinute }),
  };
}
