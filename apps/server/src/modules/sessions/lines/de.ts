import type { Lines } from './en.js';

export const de: Lines = {
  queued: 'Jemand aus unserem Team übernimmt. {place} {wait} Sie können weiterschreiben.',
  next: 'Sie sind als Nächstes dran.',
  place: 'Sie sind Nummer {position} in der Warteschlange.',
  wait: 'Meist innerhalb von {minutes}.',
  captured: 'Gerade ist niemand aus unserem Team da. Ihre Anfrage bleibt erhalten, und ein Mensch antwortet Ihnen hier.',
  claimed: '{agent} ist jetzt da und sieht das ganze Gespräch.',
  released: 'Gleich übernimmt jemand anderes aus dem Team. Sie können weiterschreiben.',
  resolved: 'Das Gespräch wurde als gelöst markiert.',
  offered: 'Soll ich jemanden aus unserem Team dazuholen?',
  returnedToAi: 'Der Assistent ist zurück und kennt das Gespräch. Fragen Sie einfach.',
  closed: 'Das Gespräch wurde geschlossen.',
  assistantUnavailable: 'Der Assistent kann gerade nicht antworten. Bitte versuchen Sie es gleich noch einmal.',
};
