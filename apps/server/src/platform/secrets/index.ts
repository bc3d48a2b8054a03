export { SecretKeyMissing } from './keyring.js';
export { Secrets } from './secrets.js';
export { SecretsModule } from './secrets.module.js';
