// A customer's profile has changed at the gateway: the flows that begin with that start, but not for what we wrote ourselves.
import type { InstallationId, MerchantId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { ProfileData } from '../flows/subject-data.ts';
import type { Company } from '../ports/company.ts';
import { announceChange, type ChangePorts } from './announce-change.ts';
import { isMarked, markProfile } from './customer/profile-mark.ts';

/** Two calls a merchant id. @param event tells this change from an earlier one to the same state. */
export async function announceProfile(
  ports: ChangePorts,
  company: Company,
  merchants: readonly MerchantId[],
  customerId: string,
  event: string,
): Promise<Problem | undefined> {
  const { installation, profiles } = company;
  for (const merchant of merchants) {
    const read = await profiles.read(merchant, customerId);
    if (!read.ok && read.problem.code === 'not-found') continue;
    if (!read.ok) return read.problem;
    if (await isMarked(ports.store, installation, merchant, read.value)) return undefined;
    await announce(ports, installation, { id: customerId, merchantId: merchant }, event);
    // Afterwards: a crash before it announces the same event once more, which starts nothing twice.
    await markProfile(ports, installation, merchant, read.value);
    return undefined;
  }
  return undefined;
}

function announce(
  ports: ChangePorts,
  installation: InstallationId,
  profile: ProfileData,
  event: string,
): Promise<void> {
  const subject = `profile|${profile.merchantId}|${profile.id}`;
  const given = { profile };
  return announceChange(ports, installation, {
    on: ['profile.changed'],
    subject,
    at: event,
    lane: `${installation}|${subject}`,
    input: { given },
    data: given,
  });
}
