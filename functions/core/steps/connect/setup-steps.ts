// All that the settings page asks for, in one module that the api loads when it is first asked.
export { checkFields } from './check-fields.ts';
export { chooseAccounts } from './choose-accounts.ts';
export { chooseOrganizations, listOrganizations } from './choose-organizations.ts';
export { proposeAccounts } from './propose-accounts.ts';
export { removeMerchant } from './remove-merchant.ts';
export { saveCardPage } from './save-card-page.ts';
export { saveChannels } from './save-channels.ts';
export { makeFinanceSecret, saveHooksUrl, saveRoleMap } from './save-doors.ts';
export { saveLanguage } from './save-language.ts';
export { saveMerchant } from './save-merchant.ts';
export { showSetup } from './show-setup.ts';
export { subscribeWebhooks } from './subscribe-webhooks.ts';
export { tryMovement } from './try-movement.ts';
