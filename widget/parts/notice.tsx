// A page-wide message: what is the case, what to do, and a button for it.
import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface NoticeProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren;
}

export function Notice({ icon, title, children }: NoticeProps): JSX.Element {
  return (
    <section class="notice" role="status">
      <Icon name={icon} />
      <h1>{title}</h1>
      {children}
    </section>
  );
}
