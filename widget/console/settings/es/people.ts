// Spanish texts of the settings page: the people and what waits for approval.
import type { Language } from '../../../text/language.ts';

export const people: Language['people'] = {
  title: 'Personas',
  about:
    'Todos los que han iniciado sesión. Los roles siguen a Zoho, salvo que fije uno aquí; qué rol de Zoho es cuál se indica en la configuración, en «Webhooks, canales, roles».',
  none: 'Nadie ha iniciado sesión aún.',
  you: 'usted',
  access: { allowed: 'Tiene acceso', ended: 'Acceso terminado', removed: 'Ya no está en Zoho' },
  role: (name) => `Rol de ${name}`,
  asInZoho: (role) => `Como en Zoho (${role})`,
  end: 'Terminar el acceso',
  endLabel: (name) => `Terminar el acceso de ${name}`,
  sure: (name) =>
    `${name} queda fuera al momento y no podrá iniciar sesión hasta que usted lo permita.`,
  restore: 'Permitir de nuevo',
  restoreLabel: (name) => `Permitir de nuevo a ${name}`,
  seen: (date) => `Consultado en Zoho ${date}`,
  approvals: {
    title: 'Espera aprobación',
    about: 'Lo que personas o flujos han pedido y nadie ha decidido. Nunca su propia solicitud.',
    none: 'Nada espera.',
    asked: (person, age) => `Lo pidió ${person}, ${age}.`,
    since: (age) => `Pedido ${age}.`,
    ends: (time) => `Caduca ${time}.`,
    own: 'Lo pidió usted: debe decidir otra persona.',
    reason: 'Motivo de su decisión',
    approve: 'Aprobar',
    refuse: 'Rechazar',
    approveLabel: (what) => `Aprobar: ${what}`,
    refuseLabel: (what) => `Rechazar: ${what}`,
    done: { approved: 'Aprobado.', rejected: 'Rechazado.' },
  },
};
