// An address with a button that copies it.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { SettingsMessages } from './en-settings.ts';

export interface CopyFieldProps {
  readonly value: string;
  /** Whose address it is, for the button's name. */
  readonly owner: string;
  readonly messages: SettingsMessages;
}

export function CopyField({ value, owner, messages }: CopyFieldProps): JSX.Element {
  const isCopied = useSignal(false);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      isCopied.value = true;
    } catch {
      // The host's frame may not give the right to the clipboard: the field is there to copy by hand.
      isCopied.value = false;
    }
  }
  return (
    <div class="copy">
      <input
        readOnly
        value={value}
        aria-label={messages.webhook}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button
        type="button"
        class="button"
        aria-label={isCopied.value ? undefined : messages.copyLabel(owner)}
        onClick={() => void copy()}
      >
        {isCopied.value ? messages.copied : messages.copy}
      </button>
    </div>
  );
}
