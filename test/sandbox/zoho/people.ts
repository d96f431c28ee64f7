// The people of one data centre as they are now: an administrator changes roles and deactivates, and it lasts.
import type { Collection, DocumentStore } from '../document-store.ts';
import {
  type DataCentre,
  inRole,
  type StaffRole,
  type ZohoService,
  type ZohoUser,
  zohoUsers,
} from './users.ts';

/** What an administrator changed since the person was seeded. */
export interface PersonChange {
  readonly role?: StaffRole;
  readonly isActive?: boolean;
}

export class People {
  readonly #seeded: readonly ZohoUser[];
  readonly #changes: Collection<PersonChange>;

  constructor(store: DocumentStore, dataCentre: DataCentre) {
    this.#seeded = zohoUsers.filter((one) => one.dataCentre === dataCentre);
    this.#changes = store.collection('person-change');
  }

  /** Everybody with an account here, in the order of seeding. */
  list(): ZohoUser[] {
    return this.#seeded.map((one) => this.#now(one));
  }

  /** The users of one product, deactivated ones among them. */
  of(service: ZohoService): ZohoUser[] {
    return this.list().filter((one) => one.services.includes(service));
  }

  byEmail(email: string): ZohoUser | undefined {
    const found = this.#seeded.find((one) => one.email === email.trim().toLowerCase());
    return found && this.#now(found);
  }

  /** Keeps the change; undefined when nobody has this address. */
  change(email: string, change: PersonChange): ZohoUser | undefined {
    const person = this.byEmail(email);
    if (person === undefined) return undefined;
    this.#changes.put(person.email, { ...this.#changes.get(person.email), ...change });
    return this.byEmail(person.email);
  }

  #now(seeded: ZohoUser): ZohoUser {
    const { role = seeded.role, isActive = true } = this.#changes.get(seeded.email) ?? {};
    return { ...inRole(seeded, role), isActive };
  }
}

/** True when the product lets the person in at all. */
export function isMember(person: ZohoUser, service: ZohoService): boolean {
  return person.isActive && person.services.includes(service);
}
