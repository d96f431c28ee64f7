// What people pass on of a movement: its document in Books, and the reference that gateway and books know it by.
import type { ComponentChildren, JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { refundTexts } from '../text/en-refund.ts';

interface ReceiptProps {
  /** Where it is opened, where that is known. */
  readonly url: string | undefined;
  readonly children: ComponentChildren;
}

export function Receipt({ url, children }: ReceiptProps): JSX.Element {
  if (url === undefined) return <>{children}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

export function Reference({ reference }: { readonly reference: string }): JSX.Element {
  const shown = useRef<HTMLElement>(null);
  const [told, setTold] = useState('');
  const words = refundTexts.receipts;

  /** A host's frame may deny the clipboard: then the reference is marked for copying by hand. */
  async function copy(): Promise<void> {
    if (shown.current) getSelection()?.selectAllChildren(shown.current);
    try {
      await navigator.clipboard.writeText(reference);
      setTold(words.copied);
    } catch {
      setTold(words.byHand);
    }
  }

  return (
    <p class="muted">
      {words.reference} <span ref={shown}>{reference}</span>{' '}
      <button
        type="button"
        class="link"
        aria-label={words.copyOf(reference)}
        onClick={() => void copy()}
      >
        {words.copy}
      </button>{' '}
      <span role="status">{told}</span>
    </p>
  );
}
