import type { Lines } from './en.js';

export const pt: Lines = {
  queued: 'Uma pessoa da nossa equipe vai assumir. {place} {wait} Você pode continuar escrevendo.',
  next: 'Você é o próximo.',
  place: 'Você é o número {position} da fila.',
  wait: 'Normalmente em {minutes}.',
  captured: 'Neste momento não está ninguém da nossa equipa. O seu pedido fica guardado e uma pessoa responderá aqui.',
  claimed: '{agent} entrou e pode ver a conversa inteira.',
  released: 'Outra pessoa da equipe vai assumir em breve. Você pode continuar escrevendo.',
  resolved: 'A conversa foi marcada como resolvida.',
  offered: 'Quer que eu chame uma pessoa da nossa equipa?',
  returnedToAi: 'O assistente voltou e conhece a conversa. Pode perguntar.',
  closed: 'A conversa foi encerrada.',
  assistantUnavailable: 'O assistente não pode responder agora. Tente de novo daqui a pouco.',
};
