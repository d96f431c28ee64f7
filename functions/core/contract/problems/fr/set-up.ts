// French sentences of problems: connecting a company, and what the doctor finds.

import type { Words } from '../../words.ts';
import type { setUpProblems as english } from '../set-up.ts';

export const setUpProblems: Words<typeof english> = {
  'zoho-data-centre-unknown': {
    sentence: 'La connexion est revenue d’un serveur qui n’est pas connu comme étant de Zoho.',
    next: 'Recommencez. Si cela persiste, prévenez votre administrateur et ne saisissez pas votre mot de passe.',
  },
  'zoho-account-elsewhere': {
    sentence: 'Le compte Zoho {mail} n’est pas administrateur de {company}.',
    next: 'Connectez-vous à Zoho comme administrateur de cette organisation, puis reconnectez.',
  },
  'zoho-scopes-missing': {
    sentence: 'Zoho n’a pas accordé tout ce qui était demandé ({scopes}).',
    next: 'Reconnectez et acceptez tout sur la page de Zoho.',
  },
  'gateway-environment-wrong': {
    sentence: 'La clé du marchand {merchant} appartient à l’environnement {other}, non à {asked}.',
    next: 'Choisissez le bon environnement, ou créez une clé dans le Business Center de l’autre.',
  },
  'merchant-key-missing': {
    sentence: 'Ce marchand n’a pas encore de clé.',
    next: 'Saisissez la clé du Business Center, puis enregistrez de nouveau.',
  },
  'fee-account-missing': {
    sentence: 'Les frais prévus par contrat ont besoin d’un compte où être comptabilisés.',
    next: 'Choisissez le compte des frais, puis enregistrez de nouveau.',
  },
  'merchant-environment-mixed': {
    sentence:
      'Les autres marchands de cette entreprise ne sont pas dans l’environnement {environment}.',
    next: 'Utilisez le même environnement pour tous, ou retirez d’abord les autres.',
  },
  'merchant-in-use': {
    sentence:
      'Des paiements ont été faits avec le marchand {merchant} : sans sa clé, aucun ne pourrait être remboursé.',
    next: 'Gardez-le. Il ne coûte rien, et les réglages de la passerelle décident s’il prend de nouveaux paiements.',
  },
  'key-file-unreadable': {
    sentence: 'Le fichier de clé est illisible.',
    next: 'Vérifiez le mot de passe, ou créez un nouveau fichier P12 dans le Business Center.',
  },
  'settings-being-saved': {
    sentence: 'Les réglages sont en cours d’enregistrement.',
    next: 'Rien de vous n’a été enregistré. Réessayez dans une minute.',
  },
  'settings-changed': {
    sentence: 'Quelqu’un d’autre a modifié les réglages depuis que vous les avez ouverts.',
    next: 'Rechargez-les, regardez ce qui a changé et enregistrez de nouveau.',
  },
  'zoho-sign-in-off': {
    sentence: 'La connexion avec Zoho n’est pas configurée dans ce projet.',
    next: 'Le gérant du projet saisit le client de la console d’API de Zoho, ou connecte avec la commande de configuration.',
  },
  'setup-step-missing': {
    sentence: 'Une autre étape passe d’abord : {step}.',
    next: 'Faites-la, puis revenez à celle-ci.',
  },
  'account-unfit': {
    sentence: 'Le compte {account} ne convient pas ici.',
    next: 'Rechargez la liste et choisissez-en un.',
  },
  'live-test-refused': {
    sentence: 'Un paiement d’essai ne se fait que dans le bac à sable.',
    next: 'Rien n’a été envoyé. Avec des clés réelles, le premier vrai paiement est l’essai.',
  },
  'webhook-not-offered': {
    sentence: 'La passerelle n’offre pas d’événements de paiement au marchand {merchant}.',
    next: 'Demandez-les à l’assistance de la passerelle. D’ici là, nous trouvons les paiements en interrogeant chaque minute.',
  },
  'zoho-organization-wrong': {
    sentence: '{product} ne connaît pas notre utilisateur dans cette organisation.',
    next: 'Un administrateur vérifie l’identifiant de l’organisation et si l’utilisateur qui a connecté en fait encore partie.',
  },
  'zoho-data-centre-wrong': {
    sentence: 'La connexion appartient à {theirs}, mais nous sommes configurés pour {ours}.',
    next: 'Un administrateur choisit le bon centre de données sur la page des réglages et reconnecte.',
  },
  'zoho-sign-in-needed': {
    sentence: 'La connexion à Zoho n’est plus valable.',
    next: 'Un administrateur se connecte de nouveau avec Zoho sur la page des réglages.',
  },
  'zoho-organization-closed': {
    sentence: 'L’organisation dans {product} est fermée.',
    next: 'Rouvrez-la dans {product}, ou choisissez-en une autre sur la page des réglages.',
  },
  'zoho-field-duplicates': {
    sentence: 'Le champ personnalisé {field} de {product} admet les doublons.',
    next: 'Modifiez-y le champ et choisissez « Prevent duplicate values » : sinon nos écritures pourraient se doubler.',
  },
  'plan-calls-fewer': {
    sentence:
      'La formule {plan} de Zoho Books permet {allowed} appels par jour ; les réglages comptent sur {counted}.',
    next: 'Baissez le chiffre dans les réglages, ou changez de formule.',
  },
  'clock-off': {
    sentence: 'Notre horloge a {seconds} secondes {side} celle de la passerelle.',
    next: 'Rien n’est perdu, mais des demandes peuvent être refusées. C’est l’horloge de la plateforme : dites-le à son assistance si cela persiste.',
  },
  'webhook-absent': {
    sentence:
      'La passerelle ne nous envoie rien pour le marchand {merchant} : aucun webhook n’est abonné.',
    next: 'Appuyez sur « Réparer ». D’ici là, les paiements sont trouvés en interrogeant chaque minute.',
  },
  'webhook-elsewhere': {
    sentence: 'Le webhook du marchand {merchant} envoie à {there}, et nous sommes à {here}.',
    next: 'Appuyez sur « Réparer » pour abonner notre adresse et clore l’ancienne.',
  },
  'webhook-suspended': {
    sentence: 'La passerelle a arrêté le webhook du marchand {merchant} ({status}).',
    next: 'Appuyez sur « Réparer » pour l’activer. Ce qui manque est trouvé en interrogeant.',
  },
  'webhook-in-review': {
    sentence: 'La passerelle examine l’adresse du webhook du marchand {merchant}.',
    next: 'Rien à faire : cela prend un à deux jours ouvrés, puis il s’active tout seul. D’ici là, nous interrogeons chaque minute.',
  },
  'webhook-blocked': {
    sentence: 'La passerelle a refusé l’adresse du webhook du marchand {merchant}.',
    next: 'Appelez l’assistance de la passerelle : l’adresse est publique et répond. D’ici là, nous interrogeons chaque minute.',
  },
  'signing-key-ending': {
    sentence: 'La clé qui signe les webhooks du marchand {merchant} prend fin dans {days} jours.',
    next: 'Appuyez sur « Réparer » pour en créer une nouvelle ; l’ancienne vaut encore un jour.',
  },
  'account-missing': {
    sentence: 'Le marchand {merchant} n’a pas de compte d’attente pour {currency}.',
    next: 'Choisissez-en un à l’étape « Comptes » de la page des réglages : d’ici là, ses paiements en {currency} ne peuvent pas être comptabilisés.',
  },
  'account-gone': {
    sentence: 'Le compte {account} n’est plus dans Zoho Books.',
    next: 'Choisissez-en un autre à l’étape « Comptes » de la page des réglages.',
  },
  'account-inactive': {
    sentence: 'Le compte {account} est inactif dans Zoho Books.',
    next: 'Activez-le là-bas, ou choisissez-en un autre à l’étape « Comptes ».',
  },
  'account-currency-wrong': {
    sentence:
      'Le compte {account} est tenu en {theirs}, mais contient des paiements en {currency}.',
    next: 'Choisissez un compte en {currency} à l’étape « Comptes » de la page des réglages.',
  },
  'crm-watch-ended': {
    sentence: 'Le CRM ne nous signale plus les contacts modifiés.',
    next: 'Nous rouvrons le canal de nous-mêmes et trouvons les modifications en interrogeant. Si cela persiste, vérifiez la connexion avec Zoho.',
  },
  'shop-webhook-off': {
    sentence: 'La boutique a désactivé son webhook {topic}.',
    next: 'Appuyez sur « Réparer » pour le réactiver.',
  },
  'shop-webhook-absent': {
    sentence: 'La boutique n’a pas de webhook qui nous envoie.',
    next: 'Ajoutez-en un dans WooCommerce sous Réglages, Avancé, Webhooks, avec l’adresse de la page des réglages.',
  },
  'mail-sender-unverified': {
    sentence: 'La plateforme n’envoie pas d’e-mails de {sender}.',
    next: 'Faites vérifier l’adresse dans la console Catalyst, ou saisissez-en une qui l’est.',
  },
  'data-version-old': {
    sentence: 'Les données enregistrées n’ont pas été amenées à cette version depuis {days} jours.',
    next: 'Le minuteur le fait tout seul : regardez dans la console Catalyst s’il tourne et ce que dit sa dernière exécution.',
  },
  'pages-unreachable': {
    sentence: 'Personne n’a dit à quelle adresse notre page de carte est joignable.',
    next: 'Définissez TALLYBRIDGE_PUBLIC_URL dans la console Catalyst.',
  },
  'card-page-changed': {
    sentence: 'La page de carte n’est pas telle qu’elle a été construite : {faults}.',
    next: 'N’envoyez pas de liens de paiement maintenant. Redéployez les fonctions et faites chercher qui a modifié {address}, ou ce qui est devant.',
  },
  'own-page-unreachable': {
    sentence: 'Notre propre page {address} n’a pas répondu.',
    next: 'Nous regardons de nouveau de nous-mêmes. Si cela persiste, vérifiez TALLYBRIDGE_PUBLIC_URL dans la console Catalyst.',
  },
  'timer-late': {
    sentence: 'Le minuteur n’a pas tourné depuis {minutes} minutes.',
    next: 'Ouvrez Job Scheduling dans la console Catalyst et regardez si le cron de chaque minute est actif.',
  },
};
