import type { SystemEvent } from '#contracts';

type Line = (event: SystemEvent) => string;

/** What the system says in a conversation, in the visitor's language. Languages a website's visitors use come first to last. */
export function systemLine(event: SystemEvent, locale: string): string {
  const language = locale.slice(0, 2).toLowerCase();
  return (LINES[language] ?? LINES['en']!)(event);
}

/** Whole minutes, at least one: a promise in seconds would pretend a precision nobody has. */
function minutes(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 60));
}

const LINES: Readonly<Record<string, Line>> = {
  en(event) {
    switch (event.code) {
      case 'handoff.queued': {
        const place = event.position <= 1 ? 'You are next.' : `You are number ${event.position} in the queue.`;
        const wait = event.etaSeconds === null ? '' : ` Usually within ${plural(minutes(event.etaSeconds), 'minute', 'minutes')}.`;
        return `A person from our team will take over. ${place}${wait} You can keep writing.`;
      }
      case 'handoff.claimed':
        return `${event.agent} joined and can see the whole conversation.`;
      case 'handoff.released':
        return 'A colleague will take over shortly. You can keep writing.';
      case 'handoff.resolved':
        return 'The conversation was marked as solved.';
      case 'handoff.returned_to_ai':
        return 'The assistant is back and knows what was said. Ask away.';
      case 'session.closed':
        return 'The conversation was closed.';
      case 'assistant.unavailable':
        return 'The assistant cannot answer right now. Please try again in a moment.';
    }
  },
  de(event) {
    switch (event.code) {
      case 'handoff.queued': {
        const place = event.position <= 1 ? 'Sie sind als Nächstes dran.' : `Sie sind Nummer ${event.position} in der Warteschlange.`;
        const wait = event.etaSeconds === null ? '' : ` Meist innerhalb von ${plural(minutes(event.etaSeconds), 'Minute', 'Minuten')}.`;
        return `Jemand aus unserem Team übernimmt. ${place}${wait} Sie können weiterschreiben.`;
      }
      case 'handoff.claimed':
        return `${event.agent} ist jetzt da und sieht das ganze Gespräch.`;
      case 'handoff.released':
        return 'Gleich übernimmt jemand anderes aus dem Team. Sie können weiterschreiben.';
      case 'handoff.resolved':
        return 'Das Gespräch wurde als gelöst markiert.';
      case 'handoff.returned_to_ai':
        return 'Der Assistent ist zurück und kennt das Gespräch. Fragen Sie einfach.';
      case 'session.closed':
        return 'Das Gespräch wurde geschlossen.';
      case 'assistant.unavailable':
        return 'Der Assistent kann gerade nicht antworten. Bitte versuchen Sie es gleich noch einmal.';
    }
  },
  es(event) {
    switch (event.code) {
      case 'handoff.queued': {
        const place = event.position <= 1 ? 'Es su turno.' : `Es el número ${event.position} en la cola.`;
        const wait = event.etaSeconds === null ? '' : ` Normalmente en ${plural(minutes(event.etaSeconds), 'minuto', 'minutos')}.`;
        return `Una persona de nuestro equipo le atenderá. ${place}${wait} Puede seguir escribiendo.`;
      }
      case 'handoff.claimed':
        return `${event.agent} se ha unido y puede ver toda la conversación.`;
      case 'handoff.released':
        return 'Enseguida le atenderá otra persona del equipo. Puede seguir escribiendo.';
      case 'handoff.resolved':
        return 'La conversación se marcó como resuelta.';
      case 'handoff.returned_to_ai':
        return 'El asistente ha vuelto y conoce la conversación. Pregunte lo que quiera.';
      case 'session.closed':
        return 'La conversación se cerró.';
      case 'assistant.unavailable':
        return 'El asistente no puede responder ahora. Inténtelo de nuevo en un momento.';
    }
  },
  fr(event) {
    switch (event.code) {
      case 'handoff.queued': {
        const place = event.position <= 1 ? 'Vous êtes le prochain.' : `Vous êtes numéro ${event.position} dans la file.`;
        const wait = event.etaSeconds === null ? '' : ` En général sous ${plural(minutes(event.etaSeconds), 'minute', 'minutes')}.`;
        return `Une personne de notre équipe va prendre le relais. ${place}${wait} Vous pouvez continuer à écrire.`;
      }
      case 'handoff.claimed':
        return `${event.agent} a rejoint la conversation et peut la lire en entier.`;
      case 'handoff.released':
        return 'Un autre membre de l’équipe va prendre le relais. Vous pouvez continuer à écrire.';
      case 'handoff.resolved':
        return 'La conversation a été marquée comme résolue.';
      case 'handoff.returned_to_ai':
        return 'L’assistant est de retour et connaît la conversation. Posez vos questions.';
      case 'session.closed':
        return 'La conversation a été fermée.';
      case 'assistant.unavailable':
        return 'L’assistant ne peut pas répondre pour le moment. Réessayez dans un instant.';
    }
  },
};

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
