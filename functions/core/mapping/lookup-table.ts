// A table that turns one side's values into the other's, shared by mappings or written inside one.
import * as z from 'zod/mini';
import type { Scalar } from './value.ts';

const scalar = () => z.union([z.string(), z.number(), z.boolean()]);
export const tableEntries = () => z.record(z.string(), scalar());

/** A shared table: payment methods, tax rates, statuses. Keys are compared as text. */
export const lookupTable = z.lazy(() =>
  z.strictObject({
    name: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,38}$/)),
    version: z.number().check(z.int(), z.minimum(1)),
    title: z.string().check(z.minLength(1), z.maxLength(100)),
    entries: tableEntries(),
    /** For values without an entry; without it they go the way of the rule's policy. */
    otherwise: z.optional(scalar()),
  }),
);
export type LookupTable = z.infer<typeof lookupTable>;
export type TableEntries = Readonly<Record<string, Scalar>>;
