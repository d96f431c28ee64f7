// Reads a customer's profile at the gateway: who pays with their default card, and who they are in Zoho.
import * as z from 'zod/mini';
import type { MerchantId } from '../../domain/ids.ts';
import { ok } from '../../domain/result.ts';
import { recordsOfProfile } from '../customer/records-of-profile.ts';
import { defineAction } from './define-action.ts';
import { customerShape } from './shapes.ts';

export const readGatewayProfile = defineAction({
  name: 'read-gateway-profile',
  sentence: 'read the customer’s profile at the gateway',
  about: [],
  input: z.object({ id: z.string(), merchantId: z.string() }),
  output: z.object({
    customer: customerShape,
    /** Unknown when no card of theirs has led us there. */
    booksCustomerId: z.optional(z.string()),
    crmContactId: z.optional(z.string()),
  }),
  scopes: [],
  calls: { gateway: 2 },
  causes: [],
  async run({ store, company }, { id, merchantId }) {
    const read = await company.profiles.read(merchantId as MerchantId, id);
    if (!read.ok) return read;
    const { email, cards } = read.value;
    const payer = (cards.find((card) => card.isDefault) ?? cards[0])?.payer;
    const customer = { firstName: '', lastName: '', ...payer, email: email ?? payer?.email ?? '' };
    const records = await recordsOfProfile(store, company.installation, read.value);
    return ok({ output: { customer, ...records } });
  },
});
