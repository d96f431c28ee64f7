// The functions of the project, read from their folders as `catalyst deploy` would.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Collection } from '../../document-store.ts';
import type { Project } from '../project.ts';

const config = z.object({
  deployment: z.object({
    name: z.string(),
    type: z.enum(['advancedio', 'job']),
    memory: z.number().optional(),
  }),
  execution: z.object({ main: z.string().default('index.js') }).default({ main: 'index.js' }),
});

/** Memory of a function that names none, in MB. */
const DEFAULT_MEMORY_MB = 256;

export interface FunctionSpec {
  readonly id: string;
  readonly name: string;
  readonly type: 'advancedio' | 'job';
  readonly memoryMb: number;
  /** Absolute path of the built file. */
  readonly main: string;
}

export class FunctionRegistry {
  readonly #dir: string;
  readonly #ids: Collection<{ id: string }>;
  readonly #project: Project;
  readonly #specs = new Map<string, FunctionSpec>();

  constructor(functionsDir: string, ids: Collection<{ id: string }>, project: Project) {
    this.#dir = resolve(functionsDir);
    this.#ids = ids;
    this.#project = project;
  }

  find(nameOrId: string): FunctionSpec | undefined {
    return this.#byName(nameOrId) ?? this.list().find(({ id }) => id === nameOrId);
  }

  list(): FunctionSpec[] {
    return readdirSync(this.#dir).flatMap((name) => this.#byName(name) ?? []);
  }

  /** Reads the configurations anew. */
  refresh(): void {
    this.#specs.clear();
  }

  #byName(name: string): FunctionSpec | undefined {
    const known = this.#specs.get(name);
    if (known !== undefined) return known;
    const file = join(this.#dir, name, 'catalyst-config.json');
    if (!/^[A-Za-z0-9_-]+$/.test(name) || !existsSync(file)) return undefined;
    const { deployment, execution } = config.parse(JSON.parse(readFileSync(file, 'utf8')));
    const spec = {
      id: this.#idOf(name),
      name,
      type: deployment.type,
      memoryMb: deployment.memory ?? DEFAULT_MEMORY_MB,
      main: join(this.#dir, name, execution.main),
    };
    this.#specs.set(name, spec);
    return spec;
  }

  #idOf(name: string): string {
    const known =
      this.#ids.get(name) ?? this.#ids.put(name, { id: String(this.#project.nextId()) });
    return known.id;
  }
}
