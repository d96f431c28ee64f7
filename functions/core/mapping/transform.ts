// What a transform is: declared once, with its parameters, what it takes and gives, and its inverse.
import * as z from 'zod/mini';
import type { MappingWords } from './context.ts';
import type { LookupTable } from './lookup-table.ts';
import type { Misfit, Shape } from './shape.ts';
import type { MappingValue } from './value.ts';

/** `missing`: nothing to work on; `unmappable`: a value that no rule covers; `wrong-type`: not what was said. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: MappingValue }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unmappable' | 'wrong-type'; readonly detail: string };

export const missing: Outcome = { kind: 'missing' };

export function given(value: MappingValue): Outcome {
  return { kind: 'value', value };
}

export function wrongType(detail: string): Outcome {
  return { kind: 'wrong-type', detail };
}

export function unmappable(detail: string): Outcome {
  return { kind: 'unmappable', detail };
}

/** Asks for one rate: units of `to` for one of `from`, on a day of the books. */
export interface RateAsk {
  readonly source: 'books' | 'gateway';
  readonly from: string;
  readonly to: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** What transforms may know beside the value. */
export interface TransformContext {
  /** IANA name: the organization's own, for dates. */
  readonly timeZone: string;
  readonly tables: ReadonlyMap<string, LookupTable>;
  /** Exact decimal text; undefined where no rate is known (yet). */
  rate(ask: RateAsk): string | undefined;
  /** The company's language; English when absent. */
  readonly words?: MappingWords;
}

/** One step of a rule: a transform's name and its parameters, as the document says them. */
export interface TransformStep {
  readonly use: string;
  readonly [parameter: string]: unknown;
}

interface Declaration<Parameters> {
  readonly name: string;
  /** What it does, for people who choose one. */
  readonly sentence: string;
  /** Whether it works on nothing too: constants, defaults and lists with gaps. */
  readonly takesNothing?: true;
  /** Its place in an outline: "by table (captured -> Paid)". */
  words(parameters: Parameters): string;
  /** What comes out for what goes in, or why that can't be. */
  shape(
    input: Shape,
    parameters: Parameters,
    tables: ReadonlyMap<string, LookupTable>,
  ): Shape | Misfit;
  /** What gets lost on the way, as the end of a sentence; undefined where nothing does. */
  loses?(parameters: Parameters): string | undefined;
  /** What is wrong with the parameters themselves, in words. */
  fault?(parameters: Parameters, tables: ReadonlyMap<string, LookupTable>): string | undefined;
  /** Never throws; `value` is never empty unless the transform takes nothing. */
  apply(
    value: MappingValue | undefined,
    parameters: Parameters,
    context: TransformContext,
  ): Outcome;
  /** The step that undoes it exactly (for plain values); undefined where there is none. */
  inverse?(parameters: Parameters): TransformStep | undefined;
}

/** A declared transform; its functions take the parameters of a step that the document's schema has accepted. */
export interface Transform extends Declaration<TransformStep> {
  schema(): z.ZodMiniObject<{ use: z.ZodMiniLiteral<string> }>;
}

/** @param parameters made when a document is first read: making all of them takes longer than all else at loading. */
export function declareTransform<Shapes extends z.core.$ZodLooseShape>(
  parameters: () => Shapes,
  declaration: Declaration<z.infer<z.ZodMiniObject<Shapes, z.core.$strict>>>,
): Transform {
  const schema = () => z.strictObject({ use: z.literal(declaration.name), ...parameters() });
  // The schema has checked the step, so its parameters are what the declaration asks for.
  return { ...declaration, schema } as unknown as Transform;
}
