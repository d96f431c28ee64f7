// Brings a customer's profiles at the gateway into step with their record in Zoho.
import * as z from 'zod/mini';
import { ownedBy } from '../../domain/customer-profile.ts';
import { ok } from '../../domain/result.ts';
import { cardProducts } from '../../ports/customers.ts';
import { fieldOwners } from '../customer/field-owners.ts';
import { findProfiles } from '../customer/find-profiles.ts';
import { payerOf } from '../customer/payer-of.ts';
import { writeProfile } from '../customer/write-profile.ts';
import { defineAction } from './define-action.ts';
import { customerShape } from './shapes.ts';

/** Each merchant ID has a vault of its own; a person has few. */
const PROFILES_MAX = 5;

export const updateGatewayProfile = defineAction({
  name: 'update-gateway-profile',
  sentence: 'bring the customer’s profile at the gateway into step with {product}',
  about: [],
  input: z.object({ product: z.enum(cardProducts), id: z.string(), customer: customerShape }),
  output: z.object({
    /** Profiles in which something was written. */
    changed: z.number(),
    cards: z.number(),
    fields: z.string(),
    /** Profiles of other records with the same mail address: left as they are. */
    duplicates: z.number(),
  }),
  scopes: [],
  calls: { gateway: 20 },
  inverse: 'write again what stood there before',
  // What we write there ourselves is known by its mark and announced to nobody.
  causes: [],
  async run(scope, { product, id, customer }) {
    const { store, company } = scope;
    const owners = await fieldOwners(scope, customer);
    if (!owners.ok) return owners;
    const payer = ownedBy(payerOf(customer), owners.value, 'zoho');
    const wanted = { payer, reference: `${product}-${id}` };
    const found = await findProfiles(store, company.installation, product, id, customer.email);
    const written = [];
    for (const link of found.own.slice(0, PROFILES_MAX)) {
      const one = await writeProfile(scope, company, link, wanted);
      if (!one.ok) return one;
      if (one.value !== undefined) written.push({ ...one.value, merchant: link.merchant });
    }
    const fields = new Set(written.flatMap((one) => one.fields));
    return ok({
      output: {
        changed: written.length,
        cards: written.reduce((sum, one) => sum + one.cards, 0),
        fields: [...fields].join(', '),
        duplicates: found.others.length,
      },
      ...(written.length === 0
        ? {}
        : {
            inverse: {
              rewrite: 'gateway-profile',
              profiles: written.map(({ merchant, before }) => ({ merchant, ...before })),
            },
          }),
    });
  },
});
