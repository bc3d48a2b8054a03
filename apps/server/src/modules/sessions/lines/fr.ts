import type { Lines } from './en.js';

export const fr: Lines = {
  queued: 'Une personne de notre équipe va prendre le relais. {place} {wait} Vous pouvez continuer à écrire.',
  next: 'Vous êtes le prochain.',
  place: 'Vous êtes numéro {position} dans la file.',
  wait: 'En général sous {minutes}.',
  captured: 'Personne de notre équipe n’est là pour le moment. Votre demande est conservée et une personne vous répondra ici.',
  claimed: '{agent} a rejoint la conversation et peut la lire en entier.',
  released: 'Un autre membre de l’équipe va prendre le relais. Vous pouvez continuer à écrire.',
  resolved: 'La conversation a été marquée comme résolue.',
  offered: 'Souhaitez-vous que je fasse venir une personne de notre équipe ?',
  returnedToAi: 'L’assistant est de retour et connaît la conversation. Posez vos questions.',
  closed: 'La conversation a été fermée.',
  assistantUnavailable: 'L’assistant ne peut pas répondre pour le moment. Réessayez dans un instant.',
};
