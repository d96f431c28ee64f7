// The api function: what staff ask from the panel and the settings page.
import { composeApi } from '../core/compose/api.ts';

export default composeApi();
