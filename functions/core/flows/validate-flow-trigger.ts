// Checks what sets a flow off: that there is such a trigger, and that its time and conditions make sense.
import type { FlowDocument } from './document.ts';
import type { SayFault } from './flow-fault.ts';
import type { FlowScope } from './flow-scope.ts';
import { triggerNamed } from './triggers.ts';
import { checkConditions, type Site } from './validate-flow-values.ts';

export function checkTrigger(flow: FlowDocument, scope: FlowScope, say: SayFault): void {
  const { on, at, where } = flow.trigger;
  const trigger = triggerNamed(on);
  if (trigger === undefined) {
    say(
      'unknown-trigger',
      `The flow begins with “${on}”, but nothing of that name can set off a flow.`,
      { field: 'on' },
    );
    return;
  }
  if (trigger !== 'schedule' && at !== undefined) {
    say(
      'schedule-time',
      'The trigger has a time, but only a flow that runs by the clock has one.',
      { field: 'at' },
    );
  }
  if (trigger === 'schedule') checkTime(at, say);
  if (where === undefined) return;
  const site: Site = {
    name: 'The trigger',
    flow,
    resolve: (path) => scope.inTrigger(path),
    say: (code, sentence) => say(code, sentence, { field: 'where' }),
  };
  checkConditions(site, where);
}

const FIELDS = [
  { words: 'minute', from: 0, to: 59 },
  { words: 'hour', from: 0, to: 23 },
  { words: 'day of the month', from: 1, to: 31 },
  { words: 'month', from: 1, to: 12 },
  { words: 'day of the week', from: 0, to: 7 },
] as const;

function checkTime(at: string | undefined, say: SayFault): void {
  if (at === undefined) {
    say(
      'schedule-time',
      'The flow runs by the clock, but no time is given, such as “0 6 * * *” for every day at 06:00.',
      { field: 'at' },
    );
    return;
  }
  for (const [index, text] of at.split(' ').entries()) {
    const field = FIELDS[index];
    if (field === undefined || text.split(',').every((part) => isTimePart(part, field))) continue;
    say(
      'schedule-time',
      `In the time “${at}”, “${text}” is no ${field.words}: it goes from ${field.from} to ${field.to}.`,
      { field: 'at' },
    );
  }
}

/** `*`, `5`, `1-5`, and each with a step: every 15th, every 10th of `0-30`. */
function isTimePart(part: string, { from, to }: { from: number; to: number }): boolean {
  const match = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
  if (match === null) return false;
  const [first = from, last = match[1] === undefined ? to : Number(match[1]), step = 1] = match
    .slice(1)
    .map((digits) => (digits === undefined ? undefined : Number(digits)));
  return first >= from && last <= to && first <= last && step >= 1 && step <= to;
}
