// English, as one file that is loaded for who reads it.
import { problems } from '../../contract/problems.ts';
import { enReasons } from '../../contract/reasons/en.ts';
import { enFactors } from '../../contract/reasons/en-factors.ts';
import type { StaffTables } from '../staff-tables.ts';
import { notices } from './notices.ts';
import { shippedTexts } from './shipped.ts';

export const staff: StaffTables = {
  notices,
  shipped: shippedTexts,
  problems,
  facts: {},
  reasons: enReasons,
  factors: enFactors,
};
