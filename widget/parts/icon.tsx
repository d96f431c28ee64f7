// Small line icons, drawn here so that nothing is fetched for them. All are decoration: words say the same.
import type { JSX } from 'preact';

const shapes = {
  check: 'M3 8l4 4 6-7',
  clock: 'M8 4v4l3 2M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z',
  alert: 'M8 6v3M8 11h0M8 2l6 11H2z',
  cross: 'M4 4l8 8m0-8l-8 8',
  question: 'M6 6a2 2 0 1 1 3 2l-1 1M8 12h0M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z',
  back: 'M10 4L6 8l4 4',
  dot: 'M8 8h0',
  card: 'M2 4h12v8H2zM2 7h12M4 10h3',
  chevron: 'M6 4l4 4-4 4',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
