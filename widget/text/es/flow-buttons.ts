// Spanish texts: the flows behind buttons.
import type { PanelLanguage } from '../language.ts';

export const flowButtons: PanelLanguage['flowButtons'] = {
  title: 'Acciones',
  starting: 'Iniciando…',
  working: 'En curso…',
  trying: 'Se vuelve a intentar por sí solo.',
  waiting: 'Espera una hora, una aprobación o un cambio, y luego sigue por sí solo.',
  later: 'Tarda más y sigue por sí solo. Vuelva a abrir el registro para ver en qué quedó.',
  done: 'Hecho.',
  failed: 'Se ha detenido.',
  skipped: 'Un administrador lo ha dejado de lado.',
  unsure: 'No sabemos si se inició. Pulse de nuevo: no se iniciará dos veces.',
};
