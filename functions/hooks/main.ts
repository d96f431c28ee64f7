// The hooks function: announcements from the gateway and the shop.
import { composeHooks } from '../core/compose/hooks.ts';

export default composeHooks();
