import { READY, requestIn } from './request.js';
import { Picture } from './show.js';

const picture = new Picture();

addEventListener('message', (event) => {
  const request = requestIn(event);
  if (request) void picture.show(request);
});
// Told to our own origin alone; whoever else should frame this page hears nothing.
parent.postMessage(READY, location.origin);
