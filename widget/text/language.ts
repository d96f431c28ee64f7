// What a language consists of: each English table, in other words.
import type { ProblemText } from '../../functions/core/contract/problems/problem-text.ts';
import type { ProblemCode } from '../../functions/core/contract/problems.ts';
import type { enReasons } from '../../functions/core/contract/reasons/en.ts';
import type { Words } from '../../functions/core/contract/words.ts';
import type { enAudit } from '../console/settings/audit/en-audit.ts';
import type { enData } from '../console/settings/data/en-data.ts';
import type { enSections } from '../console/settings/en-sections.ts';
import type { enSettings } from '../console/settings/en-settings.ts';
import type { enPeople } from '../console/settings/people/en-people.ts';
import type { enRules } from '../console/settings/rules/en-rules.ts';
import type { enSecrets } from '../console/settings/secrets/en-secrets.ts';
import type { en } from './en.ts';
import type { enBooksPreview } from './en-books-preview.ts';
import type { enCharges } from './en-charges.ts';
import type { enCustomer } from './en-customer.ts';
import type { enFlowButtons } from './en-flow-buttons.ts';
import type { enMoves } from './en-moves.ts';
import type { enRefund } from './en-refund.ts';
import type { enStory } from './en-story.ts';
import type { enTicket } from './en-ticket.ts';

/** The panel's tables; they come as one file. */
export interface PanelLanguage {
  readonly panel: Words<typeof en>;
  readonly booksPreview: Words<typeof enBooksPreview>;
  readonly charges: Words<typeof enCharges>;
  readonly customer: Words<typeof enCustomer>;
  readonly flowButtons: Words<typeof enFlowButtons>;
  readonly moves: Words<typeof enMoves>;
  readonly reasons: Words<typeof enReasons>;
  readonly refund: Words<typeof enRefund>;
  readonly story: Words<typeof enStory>;
  readonly ticket: Words<typeof enTicket>;
  /** By code, with the places of the server's sentences. */
  readonly problems: Readonly<Record<ProblemCode, ProblemText>>;
}

/** The settings page's own tables. */
export interface SettingsLanguage {
  readonly settings: Words<typeof enSettings>;
  readonly sections: Words<typeof enSections>;
  readonly rules: Words<typeof enRules>;
  readonly people: Words<typeof enPeople>;
  readonly audit: Words<typeof enAudit>;
  readonly secrets: Words<typeof enSecrets>;
  readonly data: Words<typeof enData>;
}

export type Language = PanelLanguage & SettingsLanguage;
