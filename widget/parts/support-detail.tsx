// The technical line that support asks for, folded away.
import type { JSX } from 'preact';

export interface SupportDetailProps {
  readonly label: string;
  readonly detail: string;
}

export function SupportDetail({ label, detail }: SupportDetailProps): JSX.Element {
  return (
    <details class="small">
      <summary>{label}</summary>
      <code>{detail}</code>
    </details>
  );
}
