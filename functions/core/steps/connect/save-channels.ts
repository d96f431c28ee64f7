// Channels that flows send to, and the sender of mail: names stay in the open, where they lead is sealed.
import type { Channel } from '../../contract/connection.ts';
import type { ChannelsRequest, SetupView } from '../../contract/setup.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import { changeInstallation } from './installation-record.ts';
import { auditSetup, openForSetup, type SetupPorts } from './setup-ports.ts';
import { showSetup } from './show-setup.ts';

const CHANNELS_MAX = 16;

/** The part of channels that may be shown, and the whole, which is sealed: a Slack channel's address is its key. */
export function channelParts(channels: readonly Channel[]) {
  return { open: channels.map(({ name, kind }) => ({ name, kind })), sealed: channels };
}

/** Channels that are named in neither list are gone afterwards. */
export async function saveChannels(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
  { revision, channels, kept, mailSender }: ChannelsRequest,
): Promise<Result<SetupView>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  const isNew = (name: string) => channels.some((one) => one.name === name);
  const before = record.value.secrets.channels ?? [];
  const staying = before.filter(({ name }) => kept.includes(name) && !isNew(name));
  const all = [...staying, ...channels];
  if (all.length > CHANNELS_MAX) {
    const facts = { field: 'channels', detail: `are more than ${CHANNELS_MAX}` };
    return refused(problem('invalid-request', 'fix-input', facts));
  }
  const parts = channelParts(all);
  const saved = await changeInstallation(
    ports,
    installation,
    ({ settings, secrets }) => {
      const { mailSender: _, ...others } = settings;
      return {
        settings: {
          ...others,
          channels: parts.open,
          ...(mailSender === undefined ? {} : { mailSender }),
        },
        secrets: { ...secrets, channels: parts.sealed },
      };
    },
    revision,
  );
  if (!saved.ok) return saved;
  const detail = { channels: all.map(({ name }) => name).join(' '), mailSender: mailSender ?? '' };
  await auditSetup(ports, installation, actor, 'connection.channels', detail);
  return showSetup(ports, installation, actor);
}
