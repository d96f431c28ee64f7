// Has Zoho granted all that this version asks for? A new version may need more than was agreed to.
import { problem } from '../../domain/problem.ts';
import { ok } from '../../domain/result.ts';
import { connectionScopes } from '../identity/zoho-scopes.ts';
import type { Check, Patient } from './check.ts';

export const checkScopes: Check = {
  name: 'scopes',
  // The command line does not know what was granted.
  appliesTo: ({ record }) => record.settings.zoho?.scopes !== undefined,
  async examine(patient) {
    const granted = patient.record.settings.zoho?.scopes ?? [];
    const missing = connectionScopes(productsOf(patient)).filter((one) => !isGranted(one, granted));
    if (missing.length === 0) return ok([]);
    const facts = { scopes: missing.join(', ') };
    return ok([{ subject: 'zoho', problem: problem('zoho-scopes-missing', 'fix-setup', facts) }]);
  },
};

function productsOf({ record }: Patient) {
  const { crmOrgId, deskOrgId } = record.settings.zoho ?? {};
  return [
    'books' as const,
    ...(crmOrgId ? (['crm'] as const) : []),
    ...(deskOrgId ? (['desk'] as const) : []),
  ];
}

/** `.ALL` holds all of a kind; case differs between Zoho's pages. */
function isGranted(wanted: string, granted: readonly string[]): boolean {
  const all = wanted.replace(/\.[^.]+$/, '.ALL').toLowerCase();
  return granted.some((one) => [wanted.toLowerCase(), all].includes(one.toLowerCase()));
}
