// Where it is told what will be written in Zoho Books: closed at first, and nothing is loaded or asked before it is opened.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { BooksPreviewRequest } from '../../functions/core/contract/books-preview.ts';
import { enRefund } from '../text/en-refund.ts';
import { LazyNotice } from './lazy-notice.tsx';
import type { PanelModel } from './panel-model.ts';

interface BooksPreviewSlotProps extends BooksPreviewRequest {
  readonly model: PanelModel;
}

export function BooksPreviewSlot({ model, ...wanted }: BooksPreviewSlotProps): JSX.Element {
  const part = model.parts.books;
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
      <summary>{enRefund.inBooks}</summary>
      {isOpen && state.kind === 'ready' ? (
        <state.part.BooksPreview host={model.options.host} {...wanted} />
      ) : (
        <LazyNotice part={part} />
      )}
    </details>
  );
}
