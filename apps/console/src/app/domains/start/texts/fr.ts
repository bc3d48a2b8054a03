import type { TextsLike } from '../../../i18n';
import type { en } from './en';

export const fr: TextsLike<typeof en> = {
  title: 'Premiers pas',
  lead: 'D’un Baton vide à la première conversation prise par une personne.',
  progress: '{{done}} sur {{count}} terminés',
  progressLabel: 'Premiers pas : {{done}} sur {{count}} terminés',
  optional: 'facultatif',
  done: 'terminé',
  dismiss: 'Ranger cette liste',
  dismissed: 'La liste est rangée. Vous la retrouvez dans la palette (Ctrl K), sous « Premiers pas ».',
  restore: 'L’afficher de nouveau dans le menu',
  failed: 'La liste n’a pas pu être chargée.',
  again: 'Réessayer',
  steps: {
    website: {
      title: 'Ajoutez votre site web',
      text: 'L’endroit où vos visiteurs vous trouvent. Réglages, connaissances et conversations lui appartiennent.',
      act: 'Ajouter un site web',
    },
    look: { title: 'Choisissez l’apparence du chat', text: 'Votre couleur, une première ligne, un coin de la page.', act: 'Choisir l’apparence' },
    article: {
      title: 'Publiez la première réponse',
      text: 'Écrivez ce que les visiteurs demandent le plus. L’IA s’en sert dès que vous enregistrez.',
      act: 'Écrire un article',
    },
    answer: { title: 'Laissez l’IA vous répondre', text: 'Posez une question comme un visiteur et voyez ce qu’elle tire de votre article.' },
    seen: {
      title: 'Placez le chat sur l’une de vos pages',
      text: 'Deux lignes de code. L’étape est terminée dès que l’une de vos pages a affiché le chat.',
      act: 'Obtenir le code',
    },
    teammate: { title: 'Invitez un collègue', text: 'Qui est libre prend la conversation ; la file est commune.', act: 'Inviter' },
    claimed: {
      title: 'Prenez une conversation',
      text: 'Demandez une personne en tant que visiteur. La demande attend dans la boîte avec tout ce qui a été dit ; prenez-la, et l’IA se tait.',
      act: 'Ouvrir la boîte',
    },
  },
  trial: {
    act: 'L’essayer en visiteur',
    opens: 's’ouvre dans un nouvel onglet',
    notAllowed: 'Pour jouer le visiteur ici, {{origin}} doit faire partie des pages autorisées de {{name}}.',
    allow: 'L’autoriser',
    failed: 'L’autorisation a échoué. Réessayez, ou ajoutez-la dans les réglages du site web.',
  },
  finished: {
    title: 'Baton est prêt',
    text: 'Un visiteur a demandé, l’IA a répondu, une personne a pris le relais. La suite est le quotidien de la boîte.',
    act: 'Aller à la boîte',
    toast: 'Votre premier transfert est pris.',
    see: 'Voir la liste',
  },
  demo: {
    heading: 'Données de démonstration',
    absent:
      'Deux boutiques fictives avec des articles, des personnes et une quarantaine de conversations, pour voir chaque écran vivre. Rien de vôtre n’est touché.',
    loading: 'Les sites web sont là, les conversations manquent encore : le chargement a été interrompu.',
    loaded: 'Chargées à côté des vôtres : {{websites}}.',
    conversations: { one: 'Une conversation', other: '{{count}} conversations' },
    people: { one: 'une personne', other: '{{count}} personnes' },
    load: 'Charger les données de démonstration',
    goOn: 'Terminer le chargement',
    remove: 'Retirer les données de démonstration',
    loadedNow: 'Les données de démonstration sont chargées',
    removedNow: 'Les données de démonstration sont retirées',
    question: 'Retirer les données de démonstration ?',
    warning:
      'Leurs sites web partent avec leurs conversations, articles et règles, y compris ceux que vous y avez ajoutés. Vos propres sites web et personnes restent.',
    you: 'Votre propre compte en fait partie : vous serez déconnecté et continuerez avec un compte d’administration à vous.',
    notYet:
      'Elles restent pour l’instant : leur compte d’administration est le seul ici. Invitez une personne avec des droits d’administration ; après sa première connexion, elles pourront partir.',
    invite: 'Inviter une administration',
    failed: 'Cela n’a pas fonctionné. Rien n’est resté à moitié fait ; réessayez.',
  },
};
