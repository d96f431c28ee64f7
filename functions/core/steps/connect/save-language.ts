// The language of what we write in Zoho and to staff: the books' own, or one that an administrator has chosen.
import type { LanguageRequest, SetupView } from '../../contract/setup.ts';
import type { InstallationId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import { changeInstallation } from './installation-record.ts';
import { auditSetup, openForSetup, type SetupPorts } from './setup-ports.ts';
import { showSetup } from './show-setup.ts';

export async function saveLanguage(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
  { revision, language }: LanguageRequest,
): Promise<Result<SetupView>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  const saved = await changeInstallation(
    ports,
    installation,
    ({ settings: { language: _, ...others }, secrets }) => {
      const chosen = language === 'as-books' ? {} : { language };
      return { settings: { ...others, ...chosen }, secrets };
    },
    revision,
  );
  if (!saved.ok) return saved;
  await auditSetup(ports, installation, actor, 'connection.language', { language });
  return showSetup(ports, installation, actor);
}
