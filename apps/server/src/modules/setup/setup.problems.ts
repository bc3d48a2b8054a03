import { Forbidden } from '../../platform/problems/index.js';

export class SetupTokenWrong extends Forbidden {
  override readonly code = 'setup.token_wrong';
  constructor() {
    super('This is not the setup token. It is in the log of the server, in the line that begins with "Set up Baton".');
  }
}
