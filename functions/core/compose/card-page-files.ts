// The card page's scripts and style: the build puts them here (functions/build.ts), so that the function is one folder without paths.
import type { CardPageFiles } from '../http/card-page-app.ts';

export const cardPageFiles: CardPageFiles = { script: '', style: '', bank: '' };
