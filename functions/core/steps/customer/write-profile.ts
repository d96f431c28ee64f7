// Brings one profile at the gateway into step with Zoho: only what Zoho owns and what differs is written, each record once.
import { differing, only, type Payer, type ProfileField } from '../../domain/customer-profile.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import type { VaultProfile } from '../../ports/vault-profiles.ts';
import type { ProfileLink } from './find-profiles.ts';
import { markProfile } from './profile-mark.ts';

export interface ProfileWrite {
  /** What Zoho owns, the address in the gateway's form. */
  readonly payer: Payer;
  /** `books-<id>` or `crm-<id>`. */
  readonly reference: string;
}

interface Written {
  readonly fields: readonly ProfileField[];
  readonly cards: number;
  /** What stood there before, to be written again if this is taken back. */
  readonly before: VaultProfile;
}

/** Undefined when nothing differed, or the vault knows the customer no more. */
export async function writeProfile(
  ports: { readonly store: Store; readonly clock: Clock },
  company: Company,
  { merchant, customerId }: ProfileLink,
  wanted: ProfileWrite,
): Promise<Result<Written | undefined>> {
  const read = await company.profiles.read(merchant, customerId);
  if (!read.ok) return read.problem.code === 'not-found' ? ok(undefined) : read;
  const before = read.value;
  const change = changeOf(before, wanted);
  const cards = before.cards.flatMap((card) => {
    const fields = differing(card.payer, wanted.payer);
    if (fields.length === 0) return [];
    return [{ ...card, fields, payer: { ...card.payer, ...only(wanted.payer, fields) } }];
  });
  if (Object.keys(change).length === 0 && cards.length === 0) return ok(undefined);
  await markProfile(ports, company.installation, merchant, {
    ...before,
    ...change,
    cards: before.cards.map(
      (card) => cards.find((one) => one.paymentInstrumentId === card.paymentInstrumentId) ?? card,
    ),
  });
  if (Object.keys(change).length > 0) {
    const changed = await company.profiles.change(merchant, customerId, change);
    if (!changed.ok) return changed;
  }
  for (const { paymentInstrumentId, payer } of cards) {
    const ids = { customerId, paymentInstrumentId };
    const changed = await company.profiles.changePayer(merchant, ids, payer);
    if (!changed.ok) return changed;
  }
  const fields = [
    ...(change.email === undefined ? [] : (['email'] as const)),
    ...cards.flatMap((card) => card.fields),
  ];
  return ok({ fields: [...new Set(fields)], cards: cards.length, before });
}

/** A number that the merchant has given stays; ours follows the record. */
function changeOf(
  { email, reference = '' }: VaultProfile,
  wanted: ProfileWrite,
): Pick<VaultProfile, 'email' | 'reference'> {
  const [product] = wanted.reference.split('-');
  const isOurs = reference === '' || reference.startsWith(`${product}-`);
  const asKnown = email === undefined ? {} : { email };
  const fields = differing(asKnown, only(wanted.payer, ['email']));
  return {
    ...(fields.length > 0 && wanted.payer.email !== undefined ? { email: wanted.payer.email } : {}),
    ...(isOurs && reference !== wanted.reference ? { reference: wanted.reference } : {}),
  };
}
