export { ContactForm } from './contact-form.js';
export { Doing } from './doing.js';
export { Menu } from './menu.js';
export { Peek } from './peek.js';
export { Rating } from './rating.js';
export { ring } from './ring.js';
export { saveTranscript } from './transcript.js';
export { WaitingCard } from './waiting-card.js';
export { default as css } from './extras.css?inline';
