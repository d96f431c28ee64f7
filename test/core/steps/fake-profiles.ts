// Customers of a gateway's vault that live in memory, with what was asked of it.
import { problem } from '../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../functions/core/domain/result.ts';
import type { VaultProfile, VaultProfiles } from '../../../functions/core/ports/vault-profiles.ts';

/** @param step awaited before and after each write: tests crash there. */
export function createFakeProfiles(calls: string[], step: (name: string) => Promise<void>) {
  const kept = new Map<string, VaultProfile>();

  async function write(name: string, id: string, change: (known: VaultProfile) => VaultProfile) {
    calls.push(name);
    await step(`before ${name}`);
    const known = kept.get(id);
    if (known !== undefined) kept.set(id, change(known));
    await step(`after ${name}`);
    return ok(undefined);
  }

  const port: VaultProfiles = {
    profilesIn: (body) => [...body.matchAll(/"profile":"([^"]+)"/g)].map(([, id = '']) => id),
    async read(_merchant, id) {
      calls.push('read profile');
      const found = kept.get(id);
      const missing = problem('not-found', 'none', { what: 'The customer at the gateway' });
      return found === undefined ? refused(missing) : ok(found);
    },
    change: (_merchant, id, change) =>
      write('change profile', id, (known) => ({ ...known, ...change })),
    changePayer: (_merchant, { customerId, paymentInstrumentId }, payer) =>
      write('change payer', customerId, (known) => ({
        ...known,
        cards: known.cards.map((card) =>
          card.paymentInstrumentId === paymentInstrumentId ? { ...card, payer } : card,
        ),
      })),
  };
  return { kept, port };
}
