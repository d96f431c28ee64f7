// A mapping document: which field of one product is filled from where and how, as data that people may change.
import * as z from 'zod/mini';
import { PATH } from './path.ts';
import type { TransformStep } from './transform.ts';
import { transforms } from './transforms/all.ts';

/** One step of a rule; exported for the published schema, which names it. */
export const stepSchema = z.lazy(() => {
  const [first, ...others] = transforms.map((transform) => transform.schema());
  if (first === undefined) throw new RangeError('there are no transforms');
  return z.discriminatedUnion('use', [first, ...others]);
});

const scalarSchema = () => z.union([z.string().check(z.maxLength(2000)), z.number(), z.boolean()]);

/** `leave`: the field stays empty; `ask`: a person decides; `stop`: nothing is written until it is put right. */
const choiceSchema = () =>
  z.union([z.enum(['leave', 'stop', 'ask']), z.strictObject({ default: scalarSchema() })]);

/** Cut to the field's length, ending with the mark. */
const cutSchema = () =>
  z.union([
    z.enum(['stop', 'ask']),
    z.strictObject({ default: scalarSchema() }),
    z.strictObject({ truncate: z.string().check(z.maxLength(3)) }),
  ]);

function documentSchema() {
  const path = z.string().check(z.regex(PATH), z.maxLength(120));
  const part = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,30}$/));
  const product = z.enum([
    'canonical',
    'cybersource',
    'books',
    'inventory',
    'crm',
    'desk',
    'woocommerce',
  ]);
  const object = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,38}$/));

  const choice = choiceSchema();
  const cut = cutSchema();
  const steps = z.array(stepSchema).check(z.maxLength(10));

  const rule = z.strictObject({
    to: z
      .array(z.strictObject({ path, part: z.optional(part) }))
      .check(z.minLength(1), z.maxLength(10)),
    from: z
      .array(z.strictObject({ path, part: z.optional(part), through: z.optional(steps) }))
      .check(z.maxLength(20)),
    through: z.optional(steps),
    missing: z.optional(choice),
    tooLong: z.optional(cut),
    wrongType: z.optional(choice),
    unmappable: z.optional(choice),
  });

  const record = z.strictObject({ product, object });

  return z.strictObject({
    id: object,
    version: z.number().check(z.int(), z.minimum(1)),
    title: z.string().check(z.minLength(1), z.maxLength(200)),
    sources: z.array(record).check(z.minLength(1), z.maxLength(6)),
    target: record,
    /** Target fields that whoever writes the record fills: ids found on the way. */
    given: z.optional(z.array(path).check(z.maxLength(50))),
    rules: z.array(rule).check(z.minLength(1), z.maxLength(200)),
  });
}

/**
 * The shape of a document. A source path begins with its source's object name (`payment.cardLast4`), a target path
 * doesn't; `[]` marks the rows of a list. Made when a document is first read, as that takes longer than all else at loading.
 */
export const mappingSchema = z.lazy(documentSchema);

type Read = z.infer<typeof mappingSchema>;

export interface MappingSource {
  readonly path: string;
  readonly part?: string | undefined;
  readonly through?: readonly TransformStep[] | undefined;
}

export interface MappingTarget {
  readonly path: string;
  readonly part?: string | undefined;
}

export type MissingPolicy = z.infer<ReturnType<typeof choiceSchema>>;
export type TooLongPolicy = z.infer<ReturnType<typeof cutSchema>>;

/** Why a rule's value can't go where it should; each has its policy. */
export const mishaps = ['missing', 'tooLong', 'wrongType', 'unmappable'] as const;
export type Mishap = (typeof mishaps)[number];

export interface MappingRule {
  readonly to: readonly MappingTarget[];
  readonly from: readonly MappingSource[];
  readonly through?: readonly TransformStep[] | undefined;
  readonly missing?: MissingPolicy | undefined;
  readonly tooLong?: TooLongPolicy | undefined;
  readonly wrongType?: MissingPolicy | undefined;
  readonly unmappable?: MissingPolicy | undefined;
}

export type MappingRecord = Read['target'];

export interface MappingDocument extends Readonly<Omit<Read, 'rules'>> {
  readonly rules: readonly MappingRule[];
}

/** Reads a document and checks its shape; `validateMapping` checks what it says. @throws ZodError with the place. */
export function readMapping(json: unknown): MappingDocument {
  return mappingSchema.parse(json);
}
