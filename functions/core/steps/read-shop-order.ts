// Reads the order that a payment's reference names, at the shop.
import { problem } from '../domain/problem.ts';
import { ok, refused } from '../domain/result.ts';
import { type ScopedAction, textInput } from './action-input.ts';

export const readShopOrder: ScopedAction = async (scope, input) => {
  const reference = textInput(input, 'reference');
  const { shop } = scope.company;
  if (shop === undefined) {
    return refused(problem('order-not-found', 'fix-input', { reference }));
  }
  const order = await shop.readOrder(reference);
  if (!order.ok) {
    return order.problem.code === 'not-found'
      ? refused(problem('order-not-found', 'fix-input', { reference }))
      : order;
  }
  if (order.value.currency !== scope.payment.currency) {
    return refused(problem('currency-mismatch', 'fix-input', { currency: scope.payment.currency }));
  }
  return ok({ output: { orderId: order.value.id, order: order.value } });
};
