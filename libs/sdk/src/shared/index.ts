export { askOver, type Ask, type AskingSocket } from './ask.js';
export { BatonError, type BatonErrorDetails } from './baton-error.js';
export { newClientId } from './client-id.js';
export { Emitter } from './emitter.js';
export { requestJson, requestLines, type JsonRequest, type Query } from './http.js';
export { SeqStream, type Rest, type SeqStreamOptions } from './seq-stream.js';
