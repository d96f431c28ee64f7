// French texts of the settings page: taking data along, erasing, keeping and leaving.
import type { Language } from '../../../text/language.ts';

export const data: Language['data'] = {
  export: {
    title: 'Emporter vos données',
    about:
      'Tout ce que nous gardons de votre entreprise, en lignes de JSON. Les secrets sont exclus. Un export de l’audit se trouve sous « Journal d’audit ».',
    start: 'Tout exporter',
    progress: (pages) => `${pages} ${pages === 1 ? 'page lue' : 'pages lues'}…`,
    stop: 'Arrêter',
    done: (lines) => `${lines} ${lines === 1 ? 'ligne est prête' : 'lignes sont prêtes'}.`,
  },
  erase: {
    title: 'Effacer un client',
    about:
      'Quand un client le demande. Les noms, adresses et messages disparaissent ; les montants et les numéros de vos livres restent, comme la loi le veut.',
    mail: 'Adresse e-mail du client',
    mailFault: 'Saisissez une adresse e-mail.',
    find: 'Voir ce qu’il y a',
    found: (payments, rows) =>
      `Trouvé : ${payments} ${payments === '1' ? 'paiement' : 'paiements'} et ${rows} ${rows === 1 ? 'autre ligne' : 'autres lignes'} nommant le client.`,
    orMore: (count) => `${count} ou plus`,
    nothing: 'Nous ne gardons rien de ce client.',
    reference: 'Numéro de la demande',
    referenceHint: 'Pour l’audit. Jamais le nom du client.',
    confirm: 'Saisissez encore une fois l’adresse e-mail',
    yes: 'Effacer pour de bon',
    sure: 'C’est irréversible.',
    done: (payments, rows) =>
      `Fait : le payeur de ${payments} ${payments === 1 ? 'paiement' : 'paiements'} et ${rows} ${rows === 1 ? 'autre ligne' : 'autres lignes'} ont été effacés.`,
    elsewhere:
      'Zoho, la passerelle et la boutique ont leurs propres données : effacez-y aussi le client.',
  },
  periods: {
    title: 'Combien de temps les choses sont gardées',
    about:
      'Après, elles sont supprimées toutes seules. Les paiements, les mouvements, vos règles et flux et l’audit restent tant que vous utilisez Tallybridge.',
    what: 'Quoi',
    days: 'Jours',
    kept: {
      Inbox: 'Annonces traitées',
      Runs: 'Exécutions terminées de flux avec leurs résultats',
      Approvals: 'Demandes décidées',
      Alarms: 'Alarmes terminées',
      Sessions: 'Connexions terminées',
      DayClaims: 'Ce que chaque personne a mû en un jour, pour les limites',
      Catalogs: 'Listes de champs d’un produit qui ne répond plus',
    },
  },
  leave: {
    title: 'Désinstaller',
    about:
      'Toutes les connexions cessent aussitôt. Vos lignes restent 30 jours, pour que vous puissiez les exporter ou changer d’avis ; puis elles sont supprimées.',
    revoked: 'Ce qui est repris, dans cet ordre :',
    law: 'Ce qui reste : tout ce qui est dans Zoho Books et à la passerelle. C’est à vous, et la loi veut qu’on le garde.',
    byPerson:
      'Ce que vous faites vous-même : supprimer les webhooks de workflow dans Books et Inventory et le webhook dans Desk, et retirer l’extension.',
    confirm: (company) => `Saisissez le nom de l’entreprise : ${company}`,
    despite: 'Partir bien que le sort d’une partie de l’argent ne soit pas encore connu',
    yes: 'Désinstaller maintenant',
    announced: (date) =>
      `Tallybridge a été désinstallé dans Zoho Desk. Il quitte cette entreprise le ${date}, sauf si vous dites qu’il reste.`,
    leaving: (date) =>
      `Tallybridge quitte cette entreprise. Toutes les lignes sont supprimées le ${date}.`,
    progress: (done, all) => `${done} sur ${all} faits`,
    allDone:
      'Tout a été repris. Plus rien ne fonctionne ; vos lignes peuvent encore être exportées.',
    restByHand:
      'Nous avons fait ce que nous pouvons. Ce qui reste est marqué ci-dessous ; vos lignes peuvent encore être exportées.',
    tasks: {
      'stop-work': 'Arrêter tout travail en attente',
      'gateway-webhooks': 'Supprimer nos abonnements à la passerelle',
      'shop-webhooks': 'Supprimer nos webhooks dans la boutique',
      'crm-watch': 'Fermer notre canal dans Zoho CRM',
      'zoho-access': 'Rendre l’accès à Zoho',
      'forget-secrets': 'Oublier toutes les clés et tous les secrets',
    },
    taskDone: 'Fait',
    taskOpen: 'En attente',
    taskByHand: 'À faire par vous',
    look: 'Regarder de nouveau',
    stay: 'L’entreprise reste',
    stayHint: 'Ce qui a été repris est connecté de nouveau dans la configuration.',
  },
};
