import type { Role } from './views.ts';

/** What a route may demand. Each route names exactly one; a test refuses a route without. */
export const PERMISSIONS = {
  self: ['marketer', 'sdr', 'manager', 'admin'],
  'journeys.read': ['marketer', 'manager', 'admin'],
  'journeys.write': ['marketer', 'admin'],
  /** Agreeing that a journey goes live; never to what one has asked for oneself. */
  'journeys.approve': ['marketer', 'admin'],
  'leads.read': ['marketer', 'sdr', 'manager', 'admin'],
  'leads.write': ['marketer', 'admin'],
  imports: ['marketer', 'admin'],
  'desk.read': ['sdr', 'manager', 'admin'],
  'desk.work': ['sdr', 'admin'],
  'messages.read': ['marketer', 'manager', 'admin'],
  'messages.write': ['marketer', 'admin'],
  'reports.read': ['marketer', 'manager', 'admin'],
  'scoring.write': ['marketer', 'admin'],
  settings: ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** True if the role may do what the permission names. */
export const may = (role: Role, permission: Permission): boolean => (PERMISSIONS[permission] as readonly Role[]).includes(role);
