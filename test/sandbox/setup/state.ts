// What setting up has done so far, kept so that a restart does none of it twice.
import type { Collection, DocumentStore } from '../document-store.ts';
import type { CompanyCurrency } from './company-facts.ts';
import type { WebhookKey } from './connect-gateway.ts';

export interface SetupSteps {
  /** Of the administrator: for our connection, and for any other client. */
  readonly connectionToken?: string;
  readonly wideToken?: string;
  /** Where the gateway's webhooks go, and what they are signed with. */
  readonly hooksUrl?: string;
  readonly webhookKeys?: Readonly<Record<CompanyCurrency, WebhookKey>>;
  /** Digest of the connection that our api was given last. */
  readonly connection?: string;
  readonly timerScheduled?: true;
}

export class SetupState {
  readonly #kept: Collection<SetupSteps>;

  constructor(store: DocumentStore) {
    this.#kept = store.collection('setup');
  }

  get steps(): SetupSteps {
    return this.#kept.get('steps') ?? {};
  }

  add(steps: SetupSteps): void {
    this.#kept.put('steps', { ...this.steps, ...steps });
  }
}
