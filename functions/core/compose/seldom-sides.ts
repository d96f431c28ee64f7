// The sides of a company that an order on its ordinary way does not ask: charges, cards, people, changes, channels.
import type { GatewayConnection } from '../connectors/cybersource/gateway-call.ts';
import { tokensIn } from '../connectors/cybersource/read-token.ts';
import { profilesIn } from '../connectors/cybersource/vault-customers.ts';
import {
  type ContactWatchOptions,
  contactWatchKey,
} from '../connectors/zoho-crm/contact-changes.ts';
import type { CardPayments, CardVault } from '../ports/card-payments.ts';
import type { CardTokens } from '../ports/card-tokens.ts';
import type { ChangeFeed, ContactWatch } from '../ports/changes.ts';
import type { Company } from '../ports/company.ts';
import type { CustomerCards } from '../ports/customers.ts';
import type { PayerConfirmations } from '../ports/payer-confirmation.ts';
import type { Subscriptions } from '../ports/subscriptions.ts';
import type { VaultProfiles } from '../ports/vault-profiles.ts';
import { keptLoad } from './kept-load.ts';
import { onDemand } from './on-demand.ts';
import type * as Connectors from './seldom-connectors.ts';

type Options<K extends keyof typeof Connectors> = Parameters<(typeof Connectors)[K]>[0];

const load = () => import('./seldom-connectors.ts');
const feed = { read: true, changedSince: true } as const;
const cards = { read: true, find: true, fill: true, change: true } as const;

/** Those at the gateway. */
export function openSeldomGateway(
  gateway: GatewayConnection,
): Pick<Company, 'cardPayments' | 'vault' | 'profiles' | 'subscriptions' | 'tokens'> {
  const payments = keptLoad(async () => (await load()).createCardPayments(gateway));
  return {
    cardPayments: {
      ...onDemand<Omit<CardPayments, 'payer'>>(payments, {
        openFields: true,
        readEntered: true,
        charge: true,
        timeoutReversal: true,
      }),
      payer: onDemand<PayerConfirmations>(async () => (await payments()).payer, {
        prepare: true,
        ask: true,
        conclude: true,
      }),
    },
    vault: onDemand<CardVault>(async () => (await load()).createCardVault(gateway), {
      list: true,
      makeDefault: true,
      remove: true,
    }),
    profiles: {
      profilesIn,
      ...onDemand<Omit<VaultProfiles, 'profilesIn'>>(
        async () => (await load()).createVaultProfiles(gateway),
        { read: true, change: true, changePayer: true },
      ),
    },
    tokens: {
      tokensIn,
      ...onDemand<Omit<CardTokens, 'tokensIn'>>(
        async () => (await load()).createCardTokens(gateway),
        { readToken: true },
      ),
    },
    subscriptions: onDemand<Subscriptions>(
      async () => (await load()).createSubscriptions(gateway),
      {
        ofCustomers: true,
      },
    ),
  };
}

/** Those in Zoho. */
export function openSeldomZoho(
  finance: Options<'createCustomerCards'>,
  crm: Options<'createContactCards'>,
  desk: Options<'createTicketChanges'>,
) {
  const books = keptLoad(async () => (await load()).createBooksChanges(finance));
  const contacts = keptLoad(async () => (await load()).createCrmChanges(crm));
  const booksFeed = (record: 'invoice' | 'sales-order' | 'books-contact') =>
    onDemand<ChangeFeed>(async () => (await books())[record], feed);
  return {
    cards: {
      crm: onDemand<CustomerCards>(async () => (await load()).createContactCards(crm), cards),
      books: onDemand<CustomerCards>(
        async () => (await load()).createCustomerCards(finance),
        cards,
      ),
    },
    people: onDemand<Company['people']>(
      async () => (await load()).createPeople(finance, crm, desk),
      { list: true },
    ),
    changes: {
      invoice: booksFeed('invoice'),
      'sales-order': booksFeed('sales-order'),
      'books-contact': booksFeed('books-contact'),
      'crm-contact': onDemand<ChangeFeed>(async () => (await contacts()).contacts, feed),
      ticket: onDemand<ChangeFeed>(async () => (await load()).createTicketChanges(desk), feed),
    },
    contactWatch: (watch: ContactWatchOptions): ContactWatch => ({
      key: contactWatchKey(watch),
      ...onDemand<Omit<ContactWatch, 'key'>>(async () => (await contacts()).contactWatch(watch), {
        renew: true,
        close: true,
      }),
    }),
  };
}
