export { SecretKeyMissing } from './keyring.js';
export { mustHaveKeyFor, Secrets } from './secrets.js';
export { SecretsModule } from './secrets.module.js';
