/** Why a person takes over; see the table of triggers in the guides. */
export const TRIGGERS = ['requested', 'confidence_low', 'complex_query', 'sensitive_topic', 'offline_capture', 'time_limit', 'custom_rule'] as const;
export type Trigger = (typeof TRIGGERS)[number];

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];
