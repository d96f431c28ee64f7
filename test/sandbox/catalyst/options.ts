// What the Catalyst stand-in is given and what it gives back.
import type { StandIn, StandInOptions } from '../stand-in.ts';
import type { ConnectionCredentials } from './api/context.ts';
import type { Cron } from './crons.ts';
import type { BusyInstance } from './functions/function-runner.ts';
import type { Job } from './jobs.ts';
import type { Mail } from './mail.ts';
import type { Environment } from './project.ts';
import type { AnsweredRow } from './rows.ts';

export interface CatalystOptions extends StandInOptions {
  /** 0 takes any free port. */
  readonly functionsPort: number;
  /** Holds `<function>/catalyst-config.json` and the built file. */
  readonly functionsDir: string;
  /** Variables that the console gives to the functions. */
  readonly env: Readonly<Record<string, string>>;
  /** Of the project; not UTC by default, as most projects are not. */
  readonly timeZone?: string;
  /** Identity and token are made and kept when absent. */
  readonly projectId?: string;
  readonly projectKey?: string;
  readonly token?: string;
  /** Execution times; 30 s for HTTP functions and 15 minutes for jobs on the live platform. */
  readonly limits?: { readonly ioMs?: number; readonly jobMs?: number };
  /** `Development` has row limits; Production is the default. */
  readonly environment?: Environment;
  /** HTTP requests to functions in progress at once; 100 by default. */
  readonly concurrency?: number;
  /** Processes side by side, by function; each call goes to the next of them. One by default. */
  readonly instances?: Readonly<Record<string, number>>;
  /** 10 by default. */
  readonly maxConcurrentJobs?: number;
  /** Function pools; one named `tallybridge` by default. */
  readonly jobPools?: readonly { readonly name: string; readonly memoryMb: number }[];
  /** By link name, what the console's connections hold. */
  readonly connections?: Readonly<Record<string, ConnectionCredentials>>;
}

export interface CatalystStandIn extends StandIn {
  readonly projectId: string;
  readonly projectKey: string;
  readonly token: string;
  readonly functions: {
    /** `http://127.0.0.1:<port>/server`; append `/<function>/<path>`. */
    readonly base: string;
    /** Ends one function or all; the next call loads the built files anew. */
    restart(name?: string): Promise<void>;
    /**
     * Ends the processes of a function as a crash would, also in the middle of a request; SIGKILL when no signal is
     * named, all instances when none is. The next call starts a new one.
     */
    kill(name: string, signal?: NodeJS.Signals, instance?: number): void;
    /** Processes that have a request or a job in hand. */
    busy(): readonly BusyInstance[];
  };
  readonly outbox: { list(): Mail[] };
  readonly jobs: { list(): Job[] };
  /** `create` takes what the SDK's createCron takes and answers the same. */
  readonly crons: { list(): Cron[]; create(body: object): { readonly id: string } };
  readonly tables: {
    overview(): { readonly table: string; readonly rows: number }[];
    /** The newest rows of a table, newest first. */
    newest(table: string, count: number): AnsweredRow[];
  };
  /** Told of each call to a service before it is served, e.g. `row.insert`; returns the way to stop listening. */
  onCall(listener: (operation: string) => void): () => void;
  /** Calls per operation since the last time, e.g. `{"row.insert": 3, "zcql.update": 1}`. */
  takeCounts(): Record<string, number>;
}
