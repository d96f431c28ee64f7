// A part of the panel behind a line of its own: closed at first, loaded when it is opened.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { LazyNotice } from './lazy-notice.tsx';
import type { LazyPart } from './lazy-part.ts';

interface LazySlotProps<T> {
  readonly part: LazyPart<T>;
  readonly title: string;
  readonly children: (part: T) => JSX.Element;
}

export function LazySlot<T>({ part, title, children }: LazySlotProps<T>): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const state = part.state.value;
  return (
    <details
      class="small"
      onToggle={({ currentTarget: { open } }) => {
        setOpen(open);
        if (open) void part.load();
      }}
    >
      <summary>{title}</summary>
      {isOpen && state.kind === 'ready' ? children(state.part) : <LazyNotice part={part} />}
    </details>
  );
}
