// The settings page in German.
import type { SettingsLanguage } from '../../text/language.ts';
import { audit } from './de/audit.ts';
import { data } from './de/data.ts';
import { people } from './de/people.ts';
import { rules } from './de/rules.ts';
import { secrets } from './de/secrets.ts';
import { sections } from './de/sections.ts';
import { settings } from './de/settings.ts';

export const tables: SettingsLanguage = {
  settings,
  sections,
  rules,
  people,
  audit,
  secrets,
  data,
};
