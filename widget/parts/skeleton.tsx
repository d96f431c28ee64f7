// The quiet shape of a page that is still being read.
import type { JSX } from 'preact';

/** Same shape as the one in the page's HTML, so that nothing jumps when the script takes over. */
export function Skeleton({ label }: { readonly label: string }): JSX.Element {
  return (
    <div class="skeleton" role="status">
      <p class="visually-hidden">{label}</p>
      <i class="bone" />
      <i class="bone" />
      <i class="bone" />
      <i class="bone" />
      <i class="bone" />
    </div>
  );
}
