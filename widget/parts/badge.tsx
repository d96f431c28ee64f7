// A state in a word, with a colour and an icon that say the same.
import type { JSX } from 'preact';
import { Icon } from './icon.tsx';
import { type Tone, toneIcon } from './tone.ts';

export interface BadgeProps {
  readonly tone: Tone;
  readonly label: string;
}

export function Badge({ tone, label }: BadgeProps): JSX.Element {
  return (
    <span class={`badge tone-${tone}`}>
      <Icon name={toneIcon[tone]} />
      {label}
    </span>
  );
}
