// What a check of the doctor is: it looks at one thing, names each fault, and may know how to mend it.
import type { DoctorCheckName } from '../../contract/doctor.ts';
import type { InstallationId } from '../../domain/ids.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Result } from '../../domain/result.ts';
import type { Companies } from '../../ports/company.ts';
import type {
  BooksSetup,
  KeyProof,
  OrganizationChoice,
  SetupProduct,
  Subscription,
} from '../../ports/setup.ts';
import type { FieldReaders } from '../connect/check-fields.ts';
import type { InstallationRecord } from '../connect/installation-record.ts';
import type { OpenMerchant, SetupPorts } from '../connect/setup-ports.ts';

export interface DoctorPorts extends SetupPorts {
  readonly companies: Companies;
}

/** A company as the checks see it. What several of them ask for is asked once. */
export interface Patient {
  readonly ports: DoctorPorts;
  readonly installation: InstallationId;
  readonly record: InstallationRecord;
  readonly merchants: readonly OpenMerchant[];
  readonly isSignedIn: boolean;
  /** Refused before the books were chosen. */
  readonly fields: Result<FieldReaders>;
  /** As `fields`. */
  readonly books: Result<BooksSetup>;
  /** Somebody waits for the answer; at night, nobody is told of mere tests. */
  readonly isWatched: boolean;
  /** Of the products that the connected user may see; refused before anybody has signed in. */
  organizationsOf(product: SetupProduct): Promise<Result<readonly OrganizationChoice[]>>;
  proofOf(merchant: OpenMerchant): Promise<Result<KeyProof>>;
  subscriptionsOf(merchant: OpenMerchant): Promise<Result<readonly Subscription[]>>;
}

/** @property subject whose fault it is: a merchant id, a field; the same fault has the same subject every time. */
export interface Fault {
  readonly subject: string;
  readonly problem: Problem;
  /** The check knows how to mend it. */
  readonly canMend?: true;
}

export interface Check {
  readonly name: DoctorCheckName;
  /** There is something to look at. */
  appliesTo(patient: Patient): boolean;
  /** All faults; refused when it could not look. */
  examine(patient: Patient): Promise<Result<readonly Fault[]>>;
  /** Mends the fault of one subject. */
  mend?(patient: Patient, subject: string): Promise<Result<void>>;
}

/** Whether an administrator has to act: the fault itself, and not a side that did not answer. */
export function isFault({ remedy }: Problem): boolean {
  return remedy === 'fix-setup' || remedy === 'fix-input' || remedy === 'none';
}
