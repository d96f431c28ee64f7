// Where a movement stands in the books.
import type { JSX } from 'preact';
import type { TimelineEntry } from '../../functions/core/contract/panel.ts';
import { Icon } from '../parts/icon.tsx';
import { enStory } from '../text/en-story.ts';
import { ProblemText } from './problem-text.tsx';

export function Booked({
  booked,
}: {
  readonly booked: TimelineEntry['booked'];
}): JSX.Element | null {
  const { timeline } = enStory;
  switch (booked?.kind) {
    case undefined:
      return null;
    case 'done':
      return (
        <p class="booked">
          <Icon name="check" />
          {timeline.booked(booked.document)}
        </p>
      );
    case 'waiting':
      return (
        <p class="booked muted">
          <Icon name="clock" />
          {timeline.waiting}
        </p>
      );
    case 'failed':
      return <ProblemText problem={booked.problem} lead={timeline.notBooked} />;
  }
}
