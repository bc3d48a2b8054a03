import type { HandoffStatus } from '#contracts';

/** Which status may follow which. Nothing else is a status; SLA, offline and priority are separate fields. */
export const NEXT_STATUS: Readonly<Record<HandoffStatus, readonly HandoffStatus[]>> = {
  pending: ['claimed', 'cancelled'],
  claimed: ['pending', 'resolved', 'cancelled'],
  resolved: [],
  cancelled: [],
};

export function mayBecome(from: HandoffStatus, to: HandoffStatus): boolean {
  return NEXT_STATUS[from].includes(to);
}

export function isOpen(status: HandoffStatus): boolean {
  return NEXT_STATUS[status].length > 0;
}
