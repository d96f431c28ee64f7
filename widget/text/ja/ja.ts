// The panel in Japanese.

import { problems } from '../../../functions/core/contract/problems/ja/problems.ts';
import { reasons } from '../../../functions/core/contract/reasons/ja.ts';
import type { PanelLanguage } from '../language.ts';
import { booksPreview } from './books-preview.ts';
import { charges } from './charges.ts';
import { customer } from './customer.ts';
import { flowButtons } from './flow-buttons.ts';
import { moves } from './moves.ts';
import { panel } from './panel.ts';
import { refund } from './refund.ts';
import { story } from './story.ts';
import { ticket } from './ticket.ts';

export const tables: PanelLanguage = {
  panel,
  booksPreview,
  charges,
  customer,
  flowButtons,
  moves,
  problems,
  reasons,
  refund,
  story,
  ticket,
};
