// Where a movement stands in the books.
import type { JSX } from 'preact';
import type { TimelineEntry } from '../../functions/core/contract/panel.ts';
import { Icon } from '../parts/icon.tsx';
import { storyTexts } from '../text/en-story.ts';
import { ProblemText } from './problem-text.tsx';
import { Receipt } from './receipt.tsx';

export function Booked({
  booked,
}: {
  readonly booked: TimelineEntry['booked'];
}): JSX.Element | null {
  const { timeline } = storyTexts;
  switch (booked?.kind) {
    case undefined:
      return null;
    case 'done':
      return (
        <p class="booked">
          <Icon name="check" />
          <Receipt url={booked.url}>{timeline.booked(booked.document)}</Receipt>
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
