// Bad flow documents, each with the sentence that a person gets: their shape, trigger, edges, circles and loops.
import { describe, expect, it } from 'vitest';
import { paid, read, stop, told } from './sample-documents.ts';
import { flow } from './sample-flow.ts';

describe('a document that does not hang together', () => {
  it.each([
    ['nothing', undefined, ['shape: This is not a flow.']],
    ['a list', [], ['shape: This is not a flow.']],
    [
      'an unknown kind of step',
      flow({ odd: { kind: 'magic', title: 'Do it' } }),
      ['shape: The step “Do it”: there is no kind of step called “magic”.'],
    ],
    [
      'an approval without an end',
      flow({
        ask: {
          kind: 'approval',
          ask: 'Really?',
          role: 'admin',
          approved: 'end',
          rejected: 'end',
          expired: 'end',
        },
        end: stop,
      }),
      ['shape: The step “ask”: the time at which the question ends is missing.'],
    ],
    [
      'a field that the step does not know',
      flow({ end: { kind: 'stop', outcomes: {} } }),
      ['shape: The step “end”: it has “outcomes”, which is not known here.'],
    ],
    [
      'a role that there is not',
      flow({
        ask: {
          kind: 'approval',
          ask: 'Really?',
          role: 'boss',
          expiresMinutes: 5,
          approved: 'a',
          rejected: 'a',
          expired: 'a',
        },
      }),
      ['shape: The step “ask”: “role” must be approver or admin, not “boss”.'],
    ],
    [
      'a time that is too long',
      flow({ sleep: { kind: 'wait', forMinutes: 1_000_000 } }),
      ['shape: The step “sleep”: how long it waits is too great or too long: at most 129600.'],
    ],
    [
      'steps to nowhere',
      flow(
        { ask: { kind: 'condition', if: [paid], yes: 'gone', no: 'end' }, end: stop },
        { start: 'ask' },
      ),
      ['no-such-step: From the step “ask”, the way “yes” leads to “gone”, which does not exist.'],
    ],
    [
      'no beginning',
      flow({ end: stop }, { start: 'gone' }),
      [
        'no-such-step: The flow begins with the step “gone”, which does not exist.',
        'unreachable-step: The flow never comes to the step “end”. Connect it or remove it.',
      ],
    ],
    [
      'a step that nothing leads to',
      flow({ end: stop, left: { kind: 'stop', title: 'Left over' } }),
      ['unreachable-step: The flow never comes to the step “Left over”. Connect it or remove it.'],
    ],
    [
      'more steps than anybody reads',
      flow(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`s${i}`, stop]))),
      ['too-many-steps: The flow has 201 steps; it may have 200. Let it call another flow.'],
    ],
    [
      'a step that is called as the data is',
      flow({ payment: stop }),
      [
        "name-taken: The step “payment” has the id “payment”, which stands for the run's own data. Give it another id.",
      ],
    ],
    [
      'a circle without a wait',
      flow({
        ask: { kind: 'condition', title: 'Paid?', if: [paid], yes: 'end', no: 'ask' },
        end: stop,
      }),
      [
        'circle-without-wait: “Paid?” leads back to itself without ever waiting: the flow would never end.',
      ],
    ],
    [
      'a circle by the clock',
      flow({
        ask: { kind: 'condition', if: [paid], yes: 'end', no: 'sleep' },
        sleep: { kind: 'wait', forMinutes: 5, next: 'ask' },
        end: stop,
      }),
      [
        'circle-by-time: “ask” and “sleep” lead back to each other as time goes by, without an end. Use one step that waits until something is so, with how often to look again and for how long at most.',
      ],
    ],
    [
      'a circle with actions',
      flow({
        read: { ...read, next: 'open' },
        open: { kind: 'wait', until: [paid], next: 'read' },
      }),
      [
        'circle-with-actions: “read” and “open” lead back to each other, but a run does each step once: “read” would not be done again. To do something several times, use a for-each.',
      ],
    ],
    [
      'a loop in a loop',
      flow({
        read: { ...read, next: 'outer' },
        outer: { kind: 'for-each', items: '$read.lines', atMost: 5, do: 'inner' },
        inner: { kind: 'for-each', items: '$read.lines', atMost: 5, do: 'tell' },
        tell: { kind: 'notify', by: 'slack', to: '#a', text: 'x' },
      }),
      [
        'loop-in-loop: “inner” goes through a list inside “outer”. Let the inner one be a flow of its own that is called for each item.',
      ],
    ],
    [
      'a loop that is left',
      flow({
        read: { ...read, next: 'lines' },
        lines: { kind: 'for-each', items: '$read.lines', atMost: 5, do: 'tell', next: 'after' },
        tell: { kind: 'notify', by: 'slack', to: '#a', text: 'x', next: 'after' },
        after: { kind: 'notify', by: 'slack', to: '#a', text: 'y' },
      }),
      [
        'loop-left: The steps that “lines” does for each item lead to “after”, which belongs to the rest of the flow. Let them end by themselves; what comes after the last item follows “lines”.',
      ],
    ],
    [
      'an outcome inside a loop',
      flow({
        read: { ...read, next: 'lines' },
        lines: { kind: 'for-each', items: '$read.lines', atMost: 5, do: 'end' },
        end: { kind: 'stop', outcome: { document: '$item' } },
      }),
      ['loop-outcome: The step “end” ends one item of “lines” only: its outcome would be lost.'],
    ],
    [
      'an unknown trigger',
      flow({ end: stop }, { trigger: { on: 'moon.full', once: 'change' } }),
      [
        'unknown-trigger: The flow begins with “moon.full”, but nothing of that name can set off a flow.',
      ],
    ],
    [
      'a clock without a time',
      flow({ end: stop }, { trigger: { on: 'schedule', once: 'change' } }),
      [
        'schedule-time: The flow runs by the clock, but no time is given, such as “0 6 * * *” for every day at 06:00.',
      ],
    ],
    [
      'a time that does not exist',
      flow({ end: stop }, { trigger: { on: 'schedule', once: 'change', at: '0 25 * * *' } }),
      ['schedule-time: In the time “0 25 * * *”, “25” is no hour: it goes from 0 to 23.'],
    ],
    [
      'a time without a clock',
      flow({ end: stop }, { trigger: { on: 'payment.captured', once: 'change', at: '0 6 * * *' } }),
      ['schedule-time: The trigger has a time, but only a flow that runs by the clock has one.'],
    ],
  ])('gets its sentence: %s', (_, document, sentences) => {
    expect(told(document)).toEqual(sentences);
  });
});
