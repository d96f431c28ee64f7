// The project: its identity, credentials, people and ids, kept across restarts.
import { randomBytes } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import type { DocumentStore } from '../document-store.ts';
import { rowTimestamp } from './zoned-time.ts';

/** Beyond 2^55, so that two neighbouring ids become one when somebody turns them into a number. */
const FIRST_ID = 41_265_000_000_012_001n;
const ID_BLOCK = 1_000n;

interface Identity {
  readonly projectId: string;
  readonly projectKey: string;
  readonly token: string;
  readonly userToken: string;
}

interface ProjectOptions {
  readonly clock: SandboxClock;
  readonly documents: DocumentStore;
  readonly timeZone: string;
  readonly environment: Environment;
  readonly projectId?: string;
  readonly projectKey?: string;
  readonly token?: string;
}

export type Environment = 'Development' | 'Production';

/** Who a token speaks for; an app user may only read (docs "Table permissions": read-only by default). */
export type Caller = 'admin' | 'user';

export class Project {
  readonly name = 'Tallybridge';
  readonly projectId: string;
  readonly projectKey: string;
  readonly timeZone: string;
  readonly environment: Environment;
  /** Admin scope. */
  readonly token: string;
  /** What the gateway gives as user credentials: an app user without rights to write. */
  readonly userToken: string;
  readonly #clock: SandboxClock;
  readonly #documents: DocumentStore;
  #nextId = 0n;
  #reservedTo = 0n;

  constructor(options: ProjectOptions) {
    this.#clock = options.clock;
    this.#documents = options.documents;
    this.timeZone = options.timeZone;
    this.environment = options.environment;
    const identities = options.documents.collection<Identity>('identity');
    const kept = identities.get('project');
    const identity = identities.put('project', {
      projectId: options.projectId ?? kept?.projectId ?? `412650000${digits(8)}`,
      projectKey: options.projectKey ?? kept?.projectKey ?? `1009${digits(7)}`,
      token: options.token ?? kept?.token ?? newToken(),
      userToken: kept?.userToken ?? newToken(),
    });
    this.projectId = identity.projectId;
    this.projectKey = identity.projectKey;
    this.token = identity.token;
    this.userToken = identity.userToken;
  }

  /** Increasing 17-digit ids; blocks are reserved on disk, so a crash skips some and repeats none. */
  nextId(): bigint {
    if (this.#nextId >= this.#reservedTo) this.#reserveIds();
    const id = this.#nextId;
    this.#nextId += 1n;
    return id;
  }

  /** Now, as rows carry it. */
  timestamp(): string {
    return rowTimestamp(this.#clock.now(), this.timeZone);
  }

  callerOf(token: string): Caller | undefined {
    if (token === this.token) return 'admin';
    return token === this.userToken ? 'user' : undefined;
  }

  /** The project's owner as `created_by` and `modified_by` show it. */
  get owner() {
    return {
      user_id: '41265000000006003',
      email_id: 'admin@example.com',
      first_name: 'Project',
      last_name: 'Admin',
    };
  }

  get details() {
    return { id: this.projectId, project_name: this.name, project_type: 'Live' };
  }

  #reserveIds(): void {
    const marks = this.#documents.collection<{ reservedTo: string }>('id-block');
    const from = BigInt(marks.get('rows')?.reservedTo ?? FIRST_ID);
    this.#nextId = from;
    this.#reservedTo = from + ID_BLOCK;
    marks.put('rows', { reservedTo: String(this.#reservedTo) });
  }
}

function newToken(): string {
  return `1000.${randomBytes(16).toString('hex')}.${randomBytes(16).toString('hex')}`;
}

function digits(count: number): string {
  return Array.from(randomBytes(count), (byte) => String(byte % 10)).join('');
}
