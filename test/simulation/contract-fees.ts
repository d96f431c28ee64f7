// What the gateway keeps of each capture by contract, in some worlds: agreed with the connection, and kept in its settings.
import type { InstallationId } from '../../functions/core/domain/ids.ts';
import type { RenewableSecrets } from '../../functions/core/ports/platform.ts';
import type { Store } from '../../functions/core/ports/store.ts';
import { changeInstallation } from '../../functions/core/steps/connect/installation-record.ts';
import {
  findMerchant,
  saveMerchantRecord,
} from '../../functions/core/steps/connect/merchant-record.ts';
import type { Coverage } from './coverage.ts';
import type { FeeTerms } from './outside/gateway.ts';
import type { Outside } from './outside/outside.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { SimulatedMerchant } from './story.ts';

/** Where they are booked. */
export const FEE_ACCOUNT = 'card-fees';

/** Both, a share alone, a fixed part alone, and one that takes all of a small capture. */
const agreements: readonly FeeTerms[] = [
  { basisPoints: 290, fixedMinor: 30 },
  { basisPoints: 175, fixedMinor: 0 },
  { basisPoints: 0, fixedMinor: 25 },
  { basisPoints: 333, fixedMinor: 900 },
];

export interface FeeParts {
  readonly store: Store;
  readonly secrets: RenewableSecrets;
  readonly random: SeededRandom;
  readonly outside: Outside;
  readonly coverage: Coverage;
  readonly connected: readonly SimulatedMerchant[];
  readonly installation: InstallationId;
}

/** Nothing in most worlds: fees come with the settlement there. */
export async function agreeFees(parts: FeeParts, nowMs: number): Promise<void> {
  const { store, secrets, random, outside, coverage, connected, installation } = parts;
  if (!random.chance(0.3)) return;
  coverage.count('world of fees by contract');
  const ports = { store, secrets, clock: { now: () => nowMs } };
  await changeInstallation(ports, installation, ({ settings }) => ({
    settings: { ...settings, accounts: { fee: { id: FEE_ACCOUNT, name: 'Card fees' } } },
  }));
  for (const { merchantId, currency } of connected) {
    const merchant = await findMerchant(ports, installation, merchantId);
    if (merchant === undefined) throw new Error(`${merchantId} is not connected`);
    const terms = random.pick(agreements);
    outside.gateway.fees.set(merchantId, terms);
    const settings = { ...merchant.settings, fees: { [currency]: terms } };
    await saveMerchantRecord(ports, installation, { ...merchant, settings });
  }
}
