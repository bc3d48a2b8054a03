export {
  ACCESS,
  AnyMember,
  CurrentMember,
  CurrentVisitor,
  Needs,
  Public,
  VisitorOnly,
  type AccessRule,
  type Caller,
  type VisitorCaller,
} from './decorators.js';
export { isBuiltIn, isPermission } from './known.js';
export { Member, type Grant } from './member.js';
