// What people read of a problem; `{name}` is filled from the problem's facts.

export interface ProblemText {
  readonly sentence: string;
  readonly next: string;
}

/** Fills `{name}` from the facts; a missing fact leaves a dash, never a raw placeholder. */
export function fillText(template: string, facts: Readonly<Record<string, string>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '–');
}
