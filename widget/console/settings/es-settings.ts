// The settings page in Spanish.
import type { SettingsLanguage } from '../../text/language.ts';
import { audit } from './es/audit.ts';
import { data } from './es/data.ts';
import { people } from './es/people.ts';
import { rules } from './es/rules.ts';
import { secrets } from './es/secrets.ts';
import { sections } from './es/sections.ts';
import { settings } from './es/settings.ts';

export const tables: SettingsLanguage = {
  settings,
  sections,
  rules,
  people,
  audit,
  secrets,
  data,
};
