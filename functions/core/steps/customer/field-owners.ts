// Which side's value counts for each field of a customer, as the installation's mapping says.
import { canonicalCustomer } from '../../domain/canonical/customer.ts';
import type { Customer } from '../../domain/customer.ts';
import { type ProfileOwners, profileOwners } from '../../domain/customer-profile.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { ActionScope } from '../actions/define-action.ts';
import { mappedRecord } from '../actions/mapped-record.ts';

/** A field that the mapping says nothing of has no owner. */
export async function fieldOwners(
  scope: Pick<ActionScope, 'map'>,
  customer: Customer,
): Promise<Result<ProfileOwners>> {
  const sources = { customer: canonicalCustomer(customer) };
  const mapped = await mappedRecord(scope, ['customer-field-owners'], sources);
  if (!mapped.ok) return mapped;
  const ownerOf = (field: keyof ProfileOwners) =>
    profileOwners.find((owner) => owner === mapped.value[field]) ?? 'nobody';
  return ok({
    email: ownerOf('email'),
    name: ownerOf('name'),
    company: ownerOf('company'),
    phone: ownerOf('phone'),
    billing: ownerOf('billing'),
  });
}
