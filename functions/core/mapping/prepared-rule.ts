// A document's rules made ready to run: paths taken apart and transforms looked up, once per document.
import type { MappingDocument, MappingRule } from './document.ts';
import { type PathSteps, pathSteps } from './path.ts';
import type { Transform, TransformStep } from './transform.ts';
import { transformOf } from './transforms/all.ts';

interface PreparedStep {
  readonly transform: Transform;
  readonly step: TransformStep;
}

export interface PreparedRule {
  readonly rule: MappingRule;
  /** From 1, as people count. */
  readonly number: number;
  /** Its targets are rows of a list: it runs once for each row of its sources. */
  readonly byRow: boolean;
  /** Its sources are named parts of one value. */
  readonly named: boolean;
  readonly from: readonly {
    readonly steps: PathSteps;
    readonly part?: string | undefined;
    readonly through: readonly PreparedStep[];
  }[];
  readonly through: readonly PreparedStep[];
}

const prepared = new WeakMap<MappingDocument, readonly PreparedRule[]>();

export function preparedRules(document: MappingDocument): readonly PreparedRule[] {
  let rules = prepared.get(document);
  if (rules === undefined) {
    rules = document.rules.map(prepare);
    prepared.set(document, rules);
  }
  return rules;
}

function prepare(rule: MappingRule, index: number): PreparedRule {
  return {
    rule,
    number: index + 1,
    byRow: rule.to.some(({ path }) => path.includes('[]')),
    named: rule.from.some(({ part }) => part !== undefined),
    from: rule.from.map(({ path, part, through }) => ({
      steps: pathSteps(path),
      part,
      through: prepareSteps(through),
    })),
    through: prepareSteps(rule.through),
  };
}

function prepareSteps(steps: readonly TransformStep[] | undefined): readonly PreparedStep[] {
  return (steps ?? []).map((step) => ({ transform: transformOf(step.use), step }));
}
