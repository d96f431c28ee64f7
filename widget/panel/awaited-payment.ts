// A payment that was just made and is not shown yet: it takes the books a moment to say which invoice it is for.
import type { PanelReply } from '../../functions/core/contract/panel.ts';
import type { PanelView } from './panel-model.ts';

export interface AwaitedPayment {
  begin(shown: PanelView): void;
  isOpen(): boolean;
  /** True once: when this reply has more payments than were shown at the beginning. */
  comesWith(reply: PanelReply): boolean;
  /** Another record is opened. */
  end(): void;
}

export function awaitedPayment(): AwaitedPayment {
  let shownBefore: number | undefined;
  return {
    begin(shown) {
      if (shown.kind === 'ready') shownBefore = shown.reply.payments.length;
    },
    isOpen: () => shownBefore !== undefined,
    comesWith({ payments }) {
      if (shownBefore === undefined || payments.length <= shownBefore) return false;
      shownBefore = undefined;
      return true;
    },
    end() {
      shownBefore = undefined;
    },
  };
}
