// What is outside of random flows: its answers depend on what it is asked alone, and it remembers what was done by key.
import { problem } from '../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../functions/core/domain/result.ts';
import type { FlowNode } from '../../../functions/core/flows/document.ts';
import type { FlowData } from '../../../functions/core/flows/expression.ts';
import type {
  Action,
  EffectLog,
  FlowTools,
  KeptResult,
} from '../../../functions/core/flows/flow-tools.ts';

/** Something that was done outside. */
export interface Done {
  readonly key: string;
  readonly name: string;
  readonly input: FlowData;
}

export const outside = {
  /** Undefined when it can't be done, whoever asks. */
  perform(input: FlowData): FlowData | undefined {
    const text = String(input.text);
    if (/^try [0-4] /.test(text) && /[02468]$/.test(text)) return undefined;
    const count = text.length % 4;
    return { text: `(${text})`, lines: Array.from({ length: count }, (_, i) => `${text}.${i}`) };
  },
  map({ payment }: FlowData): FlowData {
    return { Name: (payment as { readonly reference: string }).reference };
  },
};

/** Thrown in the middle of a run. */
export class Crash extends Error {}

/** Crashes by call number: before the call has any effect, or after. */
export type CrashPlan = ReadonlyMap<number, 'before' | 'after'>;

/** A log and actions that crash by plan; what they have kept and done outlives it. */
export class CrashingOutside {
  readonly done: Done[] = [];
  readonly kept = new Map<string, KeptResult>();
  /** The paths of kept results, in the order in which they were kept. */
  readonly paths: (readonly string[])[] = [];
  readonly open = new Map<string, FlowNode | undefined>();
  /** Keys of actions that were asked for although their result was kept. */
  readonly repeated: string[] = [];
  readonly #plan: CrashPlan;
  readonly #results = new Map<string, FlowData>();
  #calls = 0;

  constructor(plan: CrashPlan) {
    this.#plan = plan;
  }

  get tools(): FlowTools {
    return {
      actions: new Map(
        ['read', 'write', 'notify-by-mail'].map((name) => [name, this.#action(name)]),
      ),
      effects: this.#log,
      map: async (_, sources) => ok(outside.map(sources)),
    };
  }

  /** Lets the other flow end, or a person decide. */
  answer(place: string, output: FlowData): void {
    if (!this.kept.has(place)) this.kept.set(place, { output, path: [] });
  }

  #action(name: string): Action {
    return (input, { effectKey }) =>
      this.#risky(() => {
        if (this.kept.has(effectKey.replace('run|', ''))) this.repeated.push(effectKey);
        const output = this.#results.get(effectKey) ?? outside.perform(input);
        if (output === undefined) return refused(problem('odd', 'none'));
        if (name === 'read') return ok({ output });
        if (!this.#results.has(effectKey)) this.done.push({ key: effectKey, name, input });
        this.#results.set(effectKey, output);
        return ok({ output, inverse: {} });
      });
  }

  readonly #log: EffectLog = {
    read: () => this.#risky(() => new Map(this.kept)),
    finish: (place, _, { output }, path) =>
      this.#risky(() => {
        if (path !== undefined) this.#keep(place, { output, path });
      }),
    settle: (place, _, output, path) =>
      this.#risky(() => this.kept.get(place) ?? this.#keep(place, { output, path })),
    call: (place) =>
      this.#risky(() => {
        this.open.set(place, undefined);
      }),
    ask: (place, node) =>
      this.#risky(() => {
        this.open.set(place, node);
        return true;
      }),
  };

  #keep(place: string, result: KeptResult): KeptResult {
    this.kept.set(place, result);
    this.paths.push(result.path);
    return result;
  }

  async #risky<T>(apply: () => T): Promise<T> {
    this.#calls += 1;
    const crash = this.#plan.get(this.#calls);
    if (crash === 'before') throw new Crash();
    const applied = apply();
    if (crash === 'after') throw new Crash();
    return applied;
  }
}
