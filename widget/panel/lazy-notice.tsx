// What stands where a part of the panel is being loaded, or could not be.
import type { JSX } from 'preact';
import { useText } from '../text/current-text.ts';
import type { LazyPart } from './lazy-part.ts';

export function LazyNotice<T>({ part }: { readonly part: LazyPart<T> }): JSX.Element | null {
  const { messages } = useText();
  switch (part.state.value.kind) {
    case 'loading':
      return (
        <p class="muted" role="status">
          {messages.part.busy}
        </p>
      );
    case 'failed':
      return (
        <div class="hint small" role="alert">
          <p>{messages.part.failed}</p>
          <button type="button" class="button" onClick={() => void part.load()}>
            {messages.retry}
          </button>
        </div>
      );
    default:
      return null;
  }
}
