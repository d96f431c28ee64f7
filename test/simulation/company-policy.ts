// The policy of a world: in some, staff may move little alone, and requests for approval run out soon.
import type { InstallationId } from '../../functions/core/domain/ids.ts';
import type { Policy } from '../../functions/core/domain/policy.ts';
import { POLICY_ID, shippedPolicy } from '../../functions/core/domain/shipped-policy.ts';
import { chargeToBooksFlow } from '../../functions/core/flows/flow-ids.ts';
import { shippedFlows } from '../../functions/core/flows/shipped.ts';
import type { RenewableSecrets } from '../../functions/core/ports/platform.ts';
import type { Store } from '../../functions/core/ports/store.ts';
import { changeInstallation } from '../../functions/core/steps/connect/installation-record.ts';
import { keepVersion } from '../../functions/core/work/documents.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What an agent may move alone in a strict world, in each currency. */
export const STRICT_MINOR = 3_000;

const strictPolicy: Policy = {
  ...shippedPolicy,
  requestHours: 4,
  rules: [
    {
      kind: 'amount',
      on: ['refund'],
      roles: ['agent'],
      upToMinor: { USD: STRICT_MINOR, JPY: STRICT_MINOR },
      beyond: 'approver',
    },
    {
      kind: 'per-day',
      on: ['refund'],
      roles: ['agent', 'approver'],
      upToMinor: { USD: 2 * STRICT_MINOR, JPY: 2 * STRICT_MINOR },
      beyond: 'approver',
    },
    {
      kind: 'amount',
      on: ['capture', 'void', 'reversal', 'charge'],
      roles: ['agent'],
      upToMinor: { USD: STRICT_MINOR, JPY: STRICT_MINOR },
      beyond: 'approver',
    },
    ...shippedPolicy.rules.filter(({ kind }) => kind === 'dispute'),
  ],
};

/** A rest of this much of a charged invoice is given up, in worlds that have said so. */
export const WRITE_OFF_MINOR = 5;

/** Publishes a flow of the company's own: as the shipped one, but it writes a small rest off. */
export async function publishWriteOffs(
  store: Store,
  random: SeededRandom,
  installation: InstallationId,
  nowMs: number,
): Promise<void> {
  const shipped = JSON.stringify(shippedFlows().get(chargeToBooksFlow.id));
  const text = shipped.replace('"writeOffUpToMinor":0', `"writeOffUpToMinor":${WRITE_OFF_MINOR}`);
  const body = JSON.parse(text) as Policy;
  const name = { installation, kind: 'flow', id: chargeToBooksFlow.id } as const;
  const ports = { store, random, clock: { now: () => nowMs } };
  const author = { userId: 'user-5', name: 'Somebody' };
  await keepVersion(ports, name, { title: body.title, body, author, note: 'Rests' }, 1);
}

/** How the company's card page asks banks about its payers. */
export async function chooseConfirmation(
  store: Store,
  secrets: RenewableSecrets,
  installation: InstallationId,
  nowMs: number,
  confirmsPayers: 'asked' | 'always',
): Promise<void> {
  const ports = { store, secrets, clock: { now: () => nowMs } };
  await changeInstallation(ports, installation, ({ settings, secrets: own }) => ({
    settings: { ...settings, confirmsPayers },
    secrets: own,
  }));
}

/** Publishes the strict policy, as the administrator would. */
export async function publishStrictPolicy(
  store: Store,
  random: SeededRandom,
  installation: InstallationId,
  nowMs: number,
): Promise<void> {
  const ports = { store, random, clock: { now: () => nowMs } };
  const author = { userId: 'user-5', name: 'Somebody' };
  const content = { title: strictPolicy.title, body: strictPolicy, author, note: 'Stricter' };
  await keepVersion(ports, { installation, kind: 'policy', id: POLICY_ID }, content, 1);
}
