// Where the ways out of a step come together again: the nearest step that every one of them must pass.
const END = '';

/**
 * The joining step by step; absent where the ways end apart.
 * @param ways the steps that follow each step, undefined where the flow ends.
 */
export function joinPoints(
  ways: ReadonlyMap<string, readonly (string | undefined)[]>,
): ReadonlyMap<string, string> {
  const passed = passedAfter(ways);
  const joins = new Map<string, string>();
  for (const [id, all] of passed) {
    // Of the steps that must be passed, the nearest one has the most still before it.
    const [nearest] = [...all]
      .filter((other) => other !== id && other !== END)
      .sort((a, b) => (passed.get(b)?.size ?? 0) - (passed.get(a)?.size ?? 0));
    if (nearest !== undefined && all.has(END)) joins.set(id, nearest);
  }
  return joins;
}

/** For each step, all that every way from it passes, itself among them. */
function passedAfter(
  ways: ReadonlyMap<string, readonly (string | undefined)[]>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const every = new Set([...ways.keys(), END]);
  const passed = new Map<string, ReadonlySet<string>>([[END, new Set([END])]]);
  for (const id of ways.keys()) passed.set(id, every);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [id, next] of ways) {
      const targets = next.length === 0 ? [END] : next.map((to) => to ?? END);
      const [first = new Set<string>(), ...others] = targets.map((to) => passed.get(to) ?? every);
      const all = new Set([...first].filter((one) => others.every((other) => other.has(one))));
      all.add(id);
      if (all.size === passed.get(id)?.size) continue;
      passed.set(id, all);
      changed = true;
    }
  }
  return passed;
}
