/** What the system says, with places for what it says it of. `wait` stands in the sentence only when something can be promised. */
export const en = {
  queued: 'A person from our team will take over. {place} {wait} You can keep writing.',
  next: 'You are next.',
  place: 'You are number {position} in the queue.',
  wait: 'Usually within {minutes}.',
  captured: 'Nobody from our team is here right now. Your request is kept, and a person will answer it here.',
  claimed: '{agent} joined and can see the whole conversation.',
  released: 'A colleague will take over shortly. You can keep writing.',
  resolved: 'The conversation was marked as solved.',
  offered: 'Shall I get a person from our team for you?',
  returnedToAi: 'The assistant is back and knows what was said. Ask away.',
  closed: 'The conversation was closed.',
  assistantUnavailable: 'The assistant cannot answer right now. Please try again in a moment.',
};

export type Lines = Readonly<Record<keyof typeof en, string>>;
