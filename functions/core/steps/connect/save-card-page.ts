// How the card page takes cards: whether payers confirm with their bank first.
import type { CardPageRequest, SetupView } from '../../contract/setup.ts';
import type { InstallationId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import { changeInstallation } from './installation-record.ts';
import { auditSetup, openForSetup, type SetupPorts } from './setup-ports.ts';
import { showSetup } from './show-setup.ts';

export async function saveCardPage(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
  { revision, confirmsPayers }: CardPageRequest,
): Promise<Result<SetupView>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  const saved = await changeInstallation(
    ports,
    installation,
    ({ settings, secrets }) => {
      const { confirmsPayers: _, ...others } = settings;
      const chosen = confirmsPayers === 'off' ? {} : { confirmsPayers };
      return { settings: { ...others, ...chosen }, secrets };
    },
    revision,
  );
  if (!saved.ok) return saved;
  await auditSetup(ports, installation, actor, 'connection.card-page', { confirmsPayers });
  return showSetup(ports, installation, actor);
}
