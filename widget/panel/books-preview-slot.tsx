// Where it is told what will be written in Zoho Books: closed at first, and nothing is loaded or asked before it is opened.
import type { JSX } from 'preact';
import type { BooksPreviewRequest } from '../../functions/core/contract/books-preview.ts';
import { refundTexts } from '../text/en-refund.ts';
import { LazySlot } from './lazy-slot.tsx';
import type { PanelModel } from './panel-model.ts';

interface BooksPreviewSlotProps extends BooksPreviewRequest {
  readonly model: PanelModel;
}

export function BooksPreviewSlot({ model, ...wanted }: BooksPreviewSlotProps): JSX.Element {
  return (
    <LazySlot part={model.parts.books} title={refundTexts.inBooks}>
      {({ BooksPreview }) => <BooksPreview host={model.options.host} {...wanted} />}
    </LazySlot>
  );
}
