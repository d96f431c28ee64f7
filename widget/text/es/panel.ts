// Spanish texts: the panel itself.
import { facts } from '../../../functions/core/contract/problems/es/facts.ts';
import type { PanelLanguage } from '../language.ts';

export const panel: PanelLanguage['panel'] = {
  loading: 'Leyendo el pago…',
  retry: 'Reintentar',
  back: 'Volver',
  support: 'Para soporte',
  unknownReason: (code) => `código ${code}, consúltelo en el Business Center`,
  brands: {
    visa: 'Visa',
    mastercard: 'Mastercard',
    amex: 'American Express',
    discover: 'Discover',
    diners: 'Diners Club',
    jcb: 'JCB',
    maestro: 'Maestro',
    unionpay: 'UnionPay',
  },
  otherBrand: 'Tarjeta',
  card: (brand, lastFour) => `${brand} ..${lastFour}`,
  noCard: 'la tarjeta',
  expires: (date) => `Caduca ${date}`,
  roles: { viewer: 'observador', agent: 'agente', approver: 'aprobador', admin: 'administrador' },
  facts,
  paymentStates: {
    created: { label: 'Iniciado', meaning: 'Aún sin pagar. La pasarela no ha decidido.' },
    'needs-inspection': {
      label: 'Por revisar',
      meaning:
        'No conocemos esta respuesta de la pasarela. Consulte el pago en el Business Center.',
    },
    'pending-review': {
      label: 'En revisión',
      meaning:
        'Aún sin pagar. El dinero está reservado hasta que alguien acepte o rechace el pago.',
    },
    authorized: {
      label: 'Autorizado',
      meaning: 'Aún sin pagar. El dinero está reservado a la espera de su captura.',
    },
    'partially-captured': {
      label: 'Pagado en parte',
      meaning: 'Solo se capturó una parte del dinero reservado.',
    },
    captured: { label: 'Pagado', meaning: 'Capturado, aún no liquidado en su banco.' },
    settled: { label: 'Pagado', meaning: 'Capturado y liquidado.' },
    disputed: {
      label: 'En disputa',
      meaning: 'El titular de la tarjeta lo disputa. El dinero en disputa no se puede reembolsar.',
    },
    won: { label: 'Pagado', meaning: 'Hubo una disputa y se resolvió a su favor.' },
    lost: { label: 'Disputa perdida', meaning: 'Resuelta a favor del titular: el dinero volvió.' },
    declined: { label: 'Rechazado', meaning: 'Sin pagar. No se movió dinero.' },
    reversed: { label: 'Liberado', meaning: 'Sin pagar. El dinero reservado se liberó.' },
    expired: { label: 'Caducado', meaning: 'Sin pagar. La reserva caducó.' },
    voided: { label: 'Anulado', meaning: 'Sin pagar. Se anuló antes de liquidarse.' },
  },
  unknownState: (state) => ({
    label: 'Por revisar',
    meaning: `El estado «${state}» es nuevo para este panel. Consulte el pago en el Business Center.`,
  }),
  fullyRefunded: { label: 'Reembolsado', meaning: 'Todo volvió a la tarjeta.' },
  partlyRefunded: {
    label: 'Reembolsado en parte',
    meaning: 'Pagado, y una parte volvió a la tarjeta.',
  },
  why: (reason) => `Motivo: ${reason}.`,
  order: (reference) => `Pedido ${reference}`,
  invoice: (number) => `Factura ${number}`,
  noRecord: {
    title: 'Ningún registro abierto',
    next: 'Abra una factura, un cliente, un trato o un ticket para ver aquí sus pagos con tarjeta.',
  },
  noPayment: {
    title: 'Aún no hay pagos con tarjeta',
    next: 'En cuanto se pague con tarjeta, el pago aparecerá aquí por sí solo.',
  },
  unreachable: {
    title: 'No se pudo cargar el panel',
    'time-out': 'Zoho no respondió a tiempo.',
    failed: 'Zoho no pudo transmitir nuestra consulta.',
    unauthorized: 'Usted no ha autorizado la conexión con Tallybridge.',
    next: 'Si sigue así, pida a un administrador que revise la página de ajustes.',
  },
  unauthorized: {
    title: 'Conecte Tallybridge a su cuenta',
    next: 'Pulse «Autorizar» en la ventana que abrió Zoho, acepte allí y vuelva a intentarlo aquí. Si no se abrió ninguna, encontrará la conexión en «Conexiones», en los ajustes de Zoho.',
  },
  payments: { title: (_count, written) => `${written} pagos con tarjeta`, back: 'Todos los pagos' },
  refundAccepted: 'Reembolso aceptado',
  charging: 'Enlaces de pago y tarjetas',
  part: { failed: 'Esta parte del panel no se pudo cargar.', busy: 'Cargando…' },
};
