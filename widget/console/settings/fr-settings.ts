// The settings page in French.
import type { SettingsLanguage } from '../../text/language.ts';
import { audit } from './fr/audit.ts';
import { data } from './fr/data.ts';
import { people } from './fr/people.ts';
import { rules } from './fr/rules.ts';
import { secrets } from './fr/secrets.ts';
import { sections } from './fr/sections.ts';
import { settings } from './fr/settings.ts';

export const tables: SettingsLanguage = {
  settings,
  sections,
  rules,
  people,
  audit,
  secrets,
  data,
};
