import { Migration20261122000000_foundation } from './Migration20261122000000_foundation.js';
import { Migration20261129000000_topics } from './Migration20261129000000_topics.js';
import { Migration20261129000100_past_sessions } from './Migration20261129000100_past_sessions.js';
import { Migration20261129000200_rules_that_act } from './Migration20261129000200_rules_that_act.js';
import { Migration20261129000300_turns_of_a_session } from './Migration20261129000300_turns_of_a_session.js';
import { Migration20261129000400_tallies_by_statement } from './Migration20261129000400_tallies_by_statement.js';

/** In the order in which they run. */
export const migrations = [
  Migration20261122000000_foundation,
  Migration20261129000000_topics,
  Migration20261129000100_past_sessions,
  Migration20261129000200_rules_that_act,
  Migration20261129000300_turns_of_a_session,
  Migration20261129000400_tallies_by_statement,
];
