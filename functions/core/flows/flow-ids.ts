// Names of the shipped flows for those who start runs; a run keeps the version it started with.
import { isChargeReference } from '../domain/charge.ts';

export const orderToCashFlow = { id: 'order-to-cash', version: 1 } as const;
export const chargeToBooksFlow = { id: 'charge-to-books', version: 1 } as const;
export const refundToBooksFlow = { id: 'refund-to-books', version: 1 } as const;
export const refundCalledBackFlow = { id: 'refund-called-back', version: 1 } as const;
export const voidToBooksFlow = { id: 'void-to-books', version: 1 } as const;

/** The flow that brings a payment into the books: its reference tells a charge of ours from an order of the shop. */
export function bookingFlowOf(reference: string) {
  return isChargeReference(reference) ? chargeToBooksFlow : orderToCashFlow;
}

/** Whether a payment has one run of this flow, which brings it into the books. */
export function isBookingFlow(id: string): boolean {
  return id === orderToCashFlow.id || id === chargeToBooksFlow.id;
}

/** Flows about payments that are started where payments change, not by their trigger alone. */
export const ownPaymentFlows: readonly string[] = [
  orderToCashFlow.id,
  chargeToBooksFlow.id,
  voidToBooksFlow.id,
];
