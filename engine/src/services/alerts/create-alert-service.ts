import type { AlertService } from '../ports.ts';
import type { ServiceParts } from '../service-parts.ts';
import { listAlerts } from './list-alerts.ts';
import { tryChannel } from './try-channel.ts';

/** What has been stopped because too much failed, and how to try again. */
export function createAlertService(parts: Pick<ServiceParts, 'db' | 'runtime'>): AlertService {
  return {
    list: (caller) => listAlerts(parts, caller),
    tryChannel: (caller, input) => tryChannel(parts, caller, input),
  };
}
