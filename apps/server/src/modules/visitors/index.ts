export { proveIdentity, type ProvenIdentity } from './identity-proof.js';
export { IsIdentityProof, VisitorIdentityDto } from './visitor-identity.dto.js';
export { visitorDetailsIn, type VisitorJson } from './visitor-details.js';
export { VisitorTokens, type MintedToken } from './visitor-tokens.js';
export { Visitor } from './visitor.entity.js';
export { Visitors } from './visitors.js';
export { VisitorsModule } from './visitors.module.js';
