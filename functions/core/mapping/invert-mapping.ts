// The same mapping the other way round, as far as each rule can be undone.
import type { MappingDocument, MappingRule } from './document.ts';
import type { TransformStep } from './transform.ts';
import { transformOf } from './transforms/all.ts';

export interface Inverted {
  /** Undefined where no rule can be turned round. */
  readonly document: MappingDocument | undefined;
  /** Rules that can't be undone, by number from 1. */
  readonly left: readonly number[];
}

/**
 * Undoes steps in reverse order by their inverses and swaps both sides. Policies stay behind: they speak of the
 * field that was filled. A mapping of several sources has no single record to fill, so it can't be turned round.
 */
export function invertMapping(document: MappingDocument): Inverted {
  const [source] = document.sources;
  const numbers = document.rules.map((_, index) => index + 1);
  if (source === undefined || document.sources.length > 1)
    return { document: undefined, left: numbers };
  const rules = document.rules.map((rule) =>
    invertRule(rule, source.object, document.target.object),
  );
  const left = numbers.filter((number) => rules[number - 1] === undefined);
  const inverted = rules.filter((rule) => rule !== undefined);
  if (inverted.length === 0) return { document: undefined, left };
  const title = `${document.title} (the other way round)`.slice(0, 200);
  // What the writer of the target fills says nothing of the way back.
  const { given: _, ...rest } = document;
  return {
    document: { ...rest, title, sources: [document.target], target: source, rules: inverted },
    left,
  };
}

function invertRule(rule: MappingRule, source: string, target: string): MappingRule | undefined {
  const through = inverseSteps(rule.through);
  if (through === undefined || rule.from.length === 0) return undefined;
  const several = rule.to.length > 1 && rule.to.some(({ part }) => part === undefined);
  if (several || rule.from.some(({ through: own }) => own !== undefined && own.length > 0)) {
    return undefined;
  }
  return {
    to: rule.from.map(({ path, part }) => ({
      path: path.slice(source.length + 1),
      ...named(part),
    })),
    from: rule.to.map(({ path, part }) => ({ path: `${target}.${path}`, ...named(part) })),
    ...(through.length === 0 ? {} : { through }),
  };
}

const named = (part: string | undefined) => (part === undefined ? {} : { part });

function inverseSteps(steps: readonly TransformStep[] | undefined): TransformStep[] | undefined {
  const inverses: TransformStep[] = [];
  for (const step of steps ?? []) {
    const inverse = transformOf(step.use).inverse?.(step);
    if (inverse === undefined) return undefined;
    inverses.unshift(inverse);
  }
  return inverses;
}
