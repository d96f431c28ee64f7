// Applies a mapping to source records: values for the target's fields, and what stands in the way in words.
import { type Problem, problem } from '../domain/problem.ts';
import type { CatalogField } from './catalog-field.ts';
import { fieldAt, type MappingContext, sourceLabel, targetLabel } from './context.ts';
import type { MappingDocument, MappingRule, MappingTarget } from './document.ts';
import { readPath, rowCount, type Sources } from './path.ts';
import { givenTo, type PlacedValue, type Trouble } from './place-value.ts';
import { type PreparedRule, preparedRules } from './prepared-rule.ts';
import { missing, type Outcome, type TransformContext } from './transform.ts';
import { isEmpty, isParts, type MappingValue } from './value.ts';

const ROWS_MAX = 500;

/** A problem and where it arose: the rule's place in the document and the target field. */
export interface MappingProblem extends Problem {
  /** From 1, as people count. */
  readonly rule: number;
  readonly targetPath: string;
}

/** Something that was settled by a policy and that a person may want to know. */
interface MappingNote {
  readonly rule: number;
  readonly target: string;
  /** `no-such-field`: a rule told to do without was passed over. */
  readonly kind: 'default' | 'truncated' | 'no-such-field';
}

export interface Mapped {
  /** Nothing stops and nobody has to be asked: the values may be written. */
  readonly complete: boolean;
  /** By target path; rows as `line_items[0].rate`. `nestValues` makes a record of them. */
  readonly values: Readonly<Record<string, MappingValue>>;
  readonly problems: readonly MappingProblem[];
  /** Like problems, but a person's answer (`context.answers`) settles each. */
  readonly asks: readonly MappingProblem[];
  readonly notes: readonly MappingNote[];
}

/**
 * Fills the target's fields from the sources.
 * @param sources by object name: `{ payment, order }`; amounts are Money or decimal text, instants epoch ms or ISO.
 * Never throws for any sources; a value that can't be brought over exactly is a problem, not a guess.
 */
export function applyMapping(
  document: MappingDocument,
  sources: Sources,
  context: MappingContext,
): Mapped {
  const run = new MappingRun(document, sources, context);
  for (const rule of preparedRules(document)) run.fill(rule);
  return run.result();
}

class MappingRun {
  readonly #document: MappingDocument;
  readonly #sources: Sources;
  readonly #context: MappingContext;
  readonly #transformContext: TransformContext;
  /** Paths of documents never name what an object has by itself (`PATH`). */
  readonly #values: Record<string, MappingValue> = {};
  readonly #problems: MappingProblem[] = [];
  readonly #asks: MappingProblem[] = [];
  readonly #notes: MappingNote[] = [];

  constructor(document: MappingDocument, sources: Sources, context: MappingContext) {
    this.#document = document;
    this.#sources = sources;
    this.#context = context;
    this.#transformContext = {
      timeZone: context.timeZone,
      tables: context.tables ?? new Map(),
      rate: context.rate ?? (() => undefined),
      ...(context.words === undefined ? {} : { words: context.words }),
    };
  }

  result(): Mapped {
    return {
      complete: this.#problems.length === 0 && this.#asks.length === 0,
      values: this.#values,
      problems: this.#problems,
      asks: this.#asks,
      notes: this.#notes,
    };
  }

  /** Once, or once for each row when the targets are rows. */
  fill(prepared: PreparedRule): void {
    if (!prepared.byRow) {
      this.#fillRow(prepared, undefined);
      return;
    }
    const counts = prepared.from.map(({ steps }) => rowCount(this.#sources, steps) ?? 0);
    const rows = Math.min(Math.max(0, ...counts), ROWS_MAX);
    for (let row = 0; row < rows; row += 1) this.#fillRow(prepared, row);
  }

  #fillRow(prepared: PreparedRule, row: number | undefined): void {
    const outcome = this.#through(this.#gather(prepared, row), prepared.through);
    for (const target of prepared.rule.to) {
      const field = fieldAt(this.#context.target, target.path);
      const path = row === undefined ? target.path : target.path.replace('[]', `[${row}]`);
      if (field === undefined) {
        this.#passOver(prepared, target.path, path);
      } else {
        this.#place(prepared, target, field, path, outcome);
      }
    }
  }

  /** The field was deleted, or never made, in this organization. */
  #passOver(prepared: PreparedRule, fieldPath: string, path: string): void {
    if (prepared.rule.missing === 'leave') {
      this.#notes.push({ rule: prepared.number, target: fieldPath, kind: 'no-such-field' });
    } else {
      this.#problems.push(this.#problem('mapping-field-gone', prepared, fieldPath, path));
    }
  }

  /** One value as it is, several as a list, named ones as parts. */
  #gather(prepared: PreparedRule, row: number | undefined): Outcome {
    const values: MappingValue[] = [];
    const parts: Record<string, MappingValue> = {};
    for (const source of prepared.from) {
      const read = readPath(this.#sources, source.steps, row);
      const outcome = this.#through(
        read === undefined ? missing : { kind: 'value', value: read },
        source.through,
      );
      if (outcome.kind === 'unmappable' || outcome.kind === 'wrong-type') return outcome;
      if (outcome.kind !== 'value' || isEmpty(outcome.value)) continue;
      if (source.part === undefined) values.push(outcome.value);
      else parts[source.part] = outcome.value;
    }
    if (prepared.named) return { kind: 'value', value: parts };
    const [only] = values;
    if (prepared.from.length > 1) return { kind: 'value', value: values };
    return only === undefined ? missing : { kind: 'value', value: only };
  }

  #through(start: Outcome, steps: PreparedRule['through']): Outcome {
    let outcome = start.kind === 'value' && isEmpty(start.value) ? missing : start;
    for (const { transform, step } of steps) {
      const value = outcome.kind === 'value' ? outcome.value : undefined;
      if (outcome.kind !== 'value' && outcome.kind !== 'missing') return outcome;
      if (value === undefined && transform.takesNothing !== true) continue;
      outcome = transform.apply(value, step, this.#transformContext);
    }
    return outcome;
  }

  #place(
    prepared: PreparedRule,
    target: MappingTarget,
    field: CatalogField,
    path: string,
    outcome: Outcome,
  ): void {
    const answer = this.#context.answers?.[path];
    const value =
      answer === undefined ? partOf(outcome, target) : ({ kind: 'value', value: answer } as const);
    const placed = givenTo(value, field, this.#context.target.product, prepared.rule);
    this.#keep(prepared, field, path, placed);
  }

  #keep(prepared: PreparedRule, field: CatalogField, path: string, placed: PlacedValue): void {
    switch (placed.kind) {
      case 'left':
        return;
      case 'value':
        this.#values[path] = placed.value;
        if (placed.note !== undefined) {
          this.#notes.push({ rule: prepared.number, target: field.label, kind: placed.note });
        }
        return;
      case 'stop':
        this.#problems.push(
          this.#problem(codes[placed.trouble.mishap], prepared, field.path, path, placed.trouble),
        );
        return;
      case 'ask':
        this.#asks.push(
          this.#problem(codes[placed.trouble.mishap], prepared, field.path, path, placed.trouble),
        );
        return;
    }
  }

  #problem(
    code: string,
    prepared: PreparedRule,
    fieldPath: string,
    targetPath: string,
    trouble?: Trouble,
  ): MappingProblem {
    const facts = {
      mapping: this.#document.title,
      rule: String(prepared.number),
      target: targetLabel(this.#context.target, fieldPath),
      source: sourceWords(prepared.rule, this.#context),
      ...trouble?.facts,
    };
    return { ...problem(code, 'fix-input', facts), rule: prepared.number, targetPath };
  }
}

const codes = {
  missing: 'mapping-field-empty',
  tooLong: 'mapping-field-too-long',
  wrongType: 'mapping-field-wrong',
  unmappable: 'mapping-value-unknown',
} as const;

function partOf(outcome: Outcome, target: MappingTarget): Outcome {
  if (outcome.kind !== 'value' || target.part === undefined) return outcome;
  const value = isParts(outcome.value) ? outcome.value[target.part] : undefined;
  return value === undefined || isEmpty(value) ? missing : { kind: 'value', value };
}

function sourceWords(rule: MappingRule, context: MappingContext): string {
  const labels = rule.from.map(({ path }) => sourceLabel(context.sources, path));
  return labels.length === 0 ? 'the rule itself' : labels.join(', ');
}
