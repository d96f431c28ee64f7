// French texts: the flows behind buttons.
import type { PanelLanguage } from '../language.ts';

export const flowButtons: PanelLanguage['flowButtons'] = {
  title: 'Actions',
  starting: 'Démarrage…',
  working: 'En cours…',
  trying: 'Une nouvelle tentative se fait d’elle-même.',
  waiting:
    'En attente d’une heure, d’une approbation ou d’un changement ; cela continue ensuite tout seul.',
  later:
    'C’est plus long et continue tout seul. Rouvrez l’enregistrement pour voir ce qu’il en est advenu.',
  done: 'Fait.',
  failed: 'Cela s’est arrêté.',
  skipped: 'Un administrateur l’a mis de côté.',
  unsure:
    'Nous ne savons pas si cela a démarré. Appuyez de nouveau : cela ne démarrera pas deux fois.',
};
