// The settings page in Japanese.
import type { SettingsLanguage } from '../../text/language.ts';
import { audit } from './ja/audit.ts';
import { data } from './ja/data.ts';
import { people } from './ja/people.ts';
import { rules } from './ja/rules.ts';
import { secrets } from './ja/secrets.ts';
import { sections } from './ja/sections.ts';
import { settings } from './ja/settings.ts';

export const tables: SettingsLanguage = {
  settings,
  sections,
  rules,
  people,
  audit,
  secrets,
  data,
};
