// The settings page in Arabic.
import type { SettingsLanguage } from '../../text/language.ts';
import { audit } from './ar/audit.ts';
import { data } from './ar/data.ts';
import { people } from './ar/people.ts';
import { rules } from './ar/rules.ts';
import { secrets } from './ar/secrets.ts';
import { sections } from './ar/sections.ts';
import { settings } from './ar/settings.ts';

export const tables: SettingsLanguage = {
  settings,
  sections,
  rules,
  people,
  audit,
  secrets,
  data,
};
