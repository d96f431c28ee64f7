// Where flow and mapping documents come from: the shipped ones, and what the installation has published.
import type { InstallationId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';
import type { FlowDocument } from './document.ts';
import type { FlowData } from './expression.ts';
import type { TriggerName } from './triggers.ts';

export interface FlowLibrary {
  /** That version of a flow, for a run that has started with it. */
  flow(
    installation: InstallationId,
    id: string,
    version: number,
  ): Promise<FlowDocument | undefined>;
  /** The version that new runs start with; undefined when there is none or it is switched off. */
  current(installation: InstallationId, id: string): Promise<FlowDocument | undefined>;
  /** The current flows that a trigger starts. */
  startedBy(installation: InstallationId, trigger: TriggerName): Promise<readonly FlowDocument[]>;
  /** Whether any current flow but these begins with a trigger whose name starts so: the cheap question before a write. */
  anyBeginsWith(
    installation: InstallationId,
    starts: readonly string[],
    but: readonly string[],
  ): Promise<boolean>;
  /**
   * The versions of the installation's own mappings that a run which starts now goes on with; the shipped ones are not
   * among them, and undefined means that there are no others.
   */
  mappingVersions(
    installation: InstallationId,
  ): Promise<Readonly<Record<string, number>> | undefined>;
  /** Translates by that version of a mapping, or by the shipped one. */
  map(
    installation: InstallationId,
    mapping: { readonly id: string; readonly version: number | undefined },
    sources: FlowData,
  ): Promise<Result<FlowData>>;
}
