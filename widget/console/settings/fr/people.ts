// French texts of the settings page: the people and what waits for approval.
import type { Language } from '../../../text/language.ts';

export const people: Language['people'] = {
  title: 'Personnes',
  about:
    'Tous ceux qui se sont connectés. Les rôles suivent Zoho, sauf si vous en fixez un ici ; quel rôle de Zoho est lequel se dit dans la configuration, sous « Webhooks, canaux, rôles ».',
  none: 'Personne ne s’est encore connecté.',
  you: 'vous',
  access: { allowed: 'A accès', ended: 'Accès terminé', removed: 'N’est plus dans Zoho' },
  role: (name) => `Rôle de ${name}`,
  asInZoho: (role) => `Comme dans Zoho (${role})`,
  end: 'Mettre fin à l’accès',
  endLabel: (name) => `Mettre fin à l’accès de ${name}`,
  sure: (name) =>
    `${name} est déconnecté aussitôt et ne pourra se reconnecter que si vous le permettez.`,
  restore: 'Permettre de nouveau',
  restoreLabel: (name) => `Permettre de nouveau ${name}`,
  seen: (date) => `Consulté dans Zoho ${date}`,
  approvals: {
    title: 'Attend l’approbation',
    about:
      'Ce que des personnes ou des flux ont demandé et que personne n’a décidé. Jamais votre propre demande.',
    none: 'Rien n’attend.',
    asked: (person, age) => `Demandé par ${person}, ${age}.`,
    since: (age) => `Demandé ${age}.`,
    ends: (time) => `Expire ${time}.`,
    own: 'Vous l’avez demandé vous-même : quelqu’un d’autre doit décider.',
    reason: 'Motif de votre décision',
    approve: 'Approuver',
    refuse: 'Refuser',
    approveLabel: (what) => `Approuver : ${what}`,
    refuseLabel: (what) => `Refuser : ${what}`,
    done: { approved: 'Approuvé.', rejected: 'Refusé.' },
  },
};
