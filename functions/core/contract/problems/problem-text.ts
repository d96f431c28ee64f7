// What people read of a problem; `{name}` is filled from the problem's facts.

export interface ProblemText {
  readonly sentence: string;
  readonly next: string;
}
