// Spanish, as one file that is loaded for who reads it.
import { facts } from '../../contract/problems/es/facts.ts';
import { problems } from '../../contract/problems/es/problems.ts';
import { reasons } from '../../contract/reasons/es.ts';
import { factors } from '../../contract/reasons/es-factors.ts';
import type { StaffTables } from '../staff-tables.ts';
import { notices } from './notices.ts';
import { shippedTexts } from './shipped.ts';

export const staff: StaffTables = {
  notices,
  shipped: shippedTexts,
  problems,
  facts,
  reasons,
  factors,
};
