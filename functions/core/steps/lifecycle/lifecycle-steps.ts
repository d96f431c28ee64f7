// All that the api asks about secrets and the life of an installation, in one module that it loads when it is first asked.
export { erasePerson, findPerson } from './erase-person.ts';
export { exportInstallation } from './export-installation.ts';
export { leave, showLeaving, stay } from './leave.ts';
export { rotateSecret } from './rotate-secret.ts';
export { showSecrets } from './show-secrets.ts';
