// What the routes of the REST API work with, and how they read a request.
import type { HttpBindings } from '@hono/node-server';
import type { Context, Env, MiddlewareHandler } from 'hono';
import type { Bulk } from '../bulk.ts';
import type { Cache } from '../cache.ts';
import type { Catalog } from '../catalog.ts';
import type { Counts } from '../counts.ts';
import type { Crons } from '../crons.ts';
import { CatalystError, invalidInput } from '../envelope.ts';
import type { FunctionRegistry } from '../functions/registry.ts';
import type { Jobs } from '../jobs.ts';
import type { Outbox } from '../mail.ts';
import type { Caller, Project } from '../project.ts';
import type { RowStore } from '../row-store.ts';
import type { Rows } from '../rows.ts';
import type { ZcqlEngine } from '../zcql/execute.ts';

export interface ApiEnv extends Env {
  readonly Bindings: HttpBindings;
  readonly Variables: { caller: Caller };
}

/** The credentials that a connection of the console holds, as the SDK hands them out. */
export interface ConnectionCredentials {
  readonly headers: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
}

/** All services of the project. */
export interface Services {
  readonly project: Project;
  readonly catalog: Catalog;
  readonly store: RowStore;
  readonly rows: Rows;
  readonly zcql: ZcqlEngine;
  readonly cache: Cache;
  readonly outbox: Outbox;
  readonly bulk: Bulk;
  readonly files: { put(id: string, file: { readonly text: string }): unknown };
  readonly jobs: Jobs;
  readonly crons: Crons;
  readonly registry: FunctionRegistry;
  readonly counts: Counts;
  readonly connections: Readonly<Record<string, ConnectionCredentials>>;
  /** `http://127.0.0.1:<port>/server`, known once the gateway listens. */
  readonly functionsBase: () => string;
}

/** @throws CatalystError 400 when the body is no JSON. */
export async function jsonBody(c: Context<ApiEnv>): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw invalidInput('The request body must be JSON');
  }
}

/** @throws CatalystError 400 when the body is no multipart form. */
export async function formBody(c: Context<ApiEnv>): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch {
    throw invalidInput('The request body must be multipart/form-data');
  }
}

function noPrivileges(): CatalystError {
  return new CatalystError(403, 'NO_ACCESS', 'No privileges to perform this action');
}

/** Lets admin credentials pass only: app users may read rows and nothing else. */
export const adminOnly: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (c.get('caller') !== 'admin') throw noPrivileges();
  await next();
};
