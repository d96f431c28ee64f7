// Cache: string values with a lifetime in hours, in one default segment.
import { z } from 'zod';
import type { SandboxClock } from '../clock.ts';
import type { Collection } from '../document-store.ts';
import { invalidId, invalidInput } from './envelope.ts';
import type { Project } from './project.ts';

const HOUR_MS = 3_600_000;
/** Longest and default lifetime; an update that names none starts it again. */
const MAX_HOURS = 48;
const MAX_VALUE_BYTES = 5 * 1024 * 1024;

const defaultSegment = { id: '41265000000005001', segment_name: 'Default' } as const;

const putBody = z.object({
  cache_name: z.string().min(1).max(255),
  cache_value: z.string().nullable(),
  expiry_in_hours: z.coerce.number().positive().max(MAX_HOURS).nullish(),
});

export interface CacheEntry {
  readonly name: string;
  readonly value: string | null;
  readonly hours: number | null;
  readonly expiresAt: number | null;
}

export class Cache {
  readonly segments = [defaultSegment];
  readonly #entries: Collection<CacheEntry>;
  readonly #clock: SandboxClock;
  readonly #project: Project;

  constructor(entries: Collection<CacheEntry>, clock: SandboxClock, project: Project) {
    this.#entries = entries;
    this.#clock = clock;
    this.#project = project;
  }

  /** @throws CatalystError 404 for a segment that is not there; no id means the default one. */
  segment(id?: string) {
    const segment = this.segments.find((each) => id === undefined || each.id === id);
    if (segment === undefined) throw invalidId('No such segment with the given id exists');
    return segment;
  }

  /** @throws CatalystError 400 when the value is no string or the lifetime is over 48 hours. */
  put(body: unknown) {
    const parsed = putBody.safeParse(body);
    if (!parsed.success) throw invalidInput(z.prettifyError(parsed.error));
    const { cache_name: name, cache_value: value, expiry_in_hours } = parsed.data;
    if (Buffer.byteLength(value ?? '') > MAX_VALUE_BYTES) {
      throw invalidInput('The cache value is too large');
    }
    const hours = expiry_in_hours ?? MAX_HOURS;
    return this.#answer(
      this.#entries.put(name, {
        name,
        value,
        hours,
        expiresAt: this.#clock.now() + hours * HOUR_MS,
      }),
    );
  }

  /** A missing or expired key answers `cache_value: null`, not an error. */
  get(name: string) {
    if (name === '') throw invalidInput('cacheKey is missing');
    const entry = this.#entries.get(name);
    const live = entry?.expiresAt != null && entry.expiresAt > this.#clock.now();
    return this.#answer(live ? entry : { name, value: null, hours: null, expiresAt: null });
  }

  /** The key stays, with null as its value. */
  delete(name: string) {
    return this.#answer(
      this.#entries.put(name, { name, value: null, hours: null, expiresAt: null }),
    );
  }

  #answer({ name, value, hours, expiresAt }: CacheEntry) {
    return {
      cache_name: name,
      cache_value: value,
      expires_in: expiresAt === null ? null : this.#expiry(expiresAt),
      expiry_in_hours: hours,
      ttl_in_milliseconds: hours === null ? null : hours * HOUR_MS,
      project_details: this.#project.details,
      segment_details: defaultSegment,
    };
  }

  /** `Mar 28, 2026, 02:03 AM` in the project's zone. */
  #expiry(epochMs: number): string {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: this.#project.timeZone,
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(epochMs);
  }
}
