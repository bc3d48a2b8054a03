import type { Lines } from './en.js';

export const nl: Lines = {
  queued: 'Iemand van ons team neemt het over. {place} {wait} U kunt blijven schrijven.',
  next: 'U bent als volgende aan de beurt.',
  place: 'U bent nummer {position} in de wachtrij.',
  wait: 'Meestal binnen {minutes}.',
  captured: 'Er is nu niemand van ons team. Uw vraag blijft bewaard en iemand antwoordt u hier.',
  claimed: '{agent} is erbij gekomen en ziet het hele gesprek.',
  released: 'Zo meteen neemt een collega het over. U kunt blijven schrijven.',
  resolved: 'Het gesprek is als opgelost gemarkeerd.',
  offered: 'Zal ik iemand van ons team erbij halen?',
  returnedToAi: 'De assistent is terug en kent het gesprek. Vraag gerust.',
  closed: 'Het gesprek is gesloten.',
  assistantUnavailable: 'De assistent kan nu niet antwoorden. Probeer het zo meteen opnieuw.',
};
