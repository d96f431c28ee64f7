// A run keeps the mappings that it starts with: their versions stand in its input.
import type { FlowLibrary } from '../flows/library.ts';
import type { RunRequest } from '../work/runs.ts';

/** The run with the versions of the installation's own mappings as they are now. No store round trip while the library keeps them. */
export async function pinMappings(
  { flows }: { readonly flows: FlowLibrary },
  run: RunRequest,
): Promise<RunRequest> {
  const mappings = await flows.mappingVersions(run.installation);
  return mappings === undefined ? run : { ...run, input: { ...run.input, mappings } };
}
