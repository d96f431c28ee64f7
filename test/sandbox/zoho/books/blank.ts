// Builds the many keys of an answer that the sandbox always answers the same way.

export type Json = Record<string, unknown>;

/** Names separated by white space, by the value they all have. */
export interface BlankKeys {
  /** `''` */
  readonly empty?: string;
  readonly zero?: string;
  readonly no?: string;
  readonly yes?: string;
  /** `[]` */
  readonly lists?: string;
  /** `{}` */
  readonly objects?: string;
  readonly nulls?: string;
}

/** A fresh object with all the named keys. */
export function blank(keys: BlankKeys): Json {
  const out: Json = {};
  fill(out, keys.empty, () => '');
  fill(out, keys.zero, () => 0);
  fill(out, keys.no, () => false);
  fill(out, keys.yes, () => true);
  fill(out, keys.lists, () => []);
  fill(out, keys.objects, () => ({}));
  fill(out, keys.nulls, () => null);
  return out;
}

function fill(out: Json, names: string | undefined, value: () => unknown): void {
  for (const name of (names ?? '').split(/\s+/)) {
    if (name !== '') out[name] = value();
  }
}

/** Nothing in the sandbox is ever locked. */
export function locks(): Json {
  return {
    lock_details: { can_lock: false },
    locked_actions: [],
    lock_detail: { can_lock: true, custom_locks: [], system_locks: [] },
  };
}
