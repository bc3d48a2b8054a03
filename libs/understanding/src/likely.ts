/** A score from which on a signal counts as a yes: the message asks for a person, is about billing … */
export const LIKELY = 0.5;
