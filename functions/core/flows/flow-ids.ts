// Names of the shipped flows for those who start runs; a run keeps the version it started with.

export const orderToCashFlow = { id: 'order-to-cash', version: 1 } as const;
export const refundToBooksFlow = { id: 'refund-to-books', version: 1 } as const;
