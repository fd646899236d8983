import { createAlertService } from './alerts/create-alert-service.ts';
import { createBulkService } from './bulk/bulk-service.ts';
import { createCommentService } from './comments/create-comment-service.ts';
import { createDeskService } from './desk/create-desk-service.ts';
import { createExplainService } from './explain/create-explain-service.ts';
import { createImportService } from './imports/create-import-service.ts';
import { createJourneyService } from './journeys/create-journey-service.ts';
import { createLeadService } from './leads/create-lead-service.ts';
import { createMessageService } from './messages/create-message-service.ts';
import { createOperationService } from './operations/create-operation-service.ts';
import type { Services } from './ports.ts';
import { createPublishingService } from './publishing/publishing-service.ts';
import { createSeatService } from './seats/create-seat-service.ts';
import { createSegmentService } from './segments/segment-service.ts';
import { createSendingService } from './sending/create-sending-service.ts';
import type { ServiceParts } from './service-parts.ts';
import { createSessionService } from './session/create-session-service.ts';
import { createSettingsService } from './settings/create-settings-service.ts';
import { createTryOutService } from './try-out/create-try-out-service.ts';

/** Every use case the API's doors call. */
export function createServices(parts: ServiceParts): Services {
  return {
    bulk: createBulkService(parts),
    session: createSessionService(parts),
    segments: createSegmentService(parts),
    journeys: createJourneyService(parts),
    operations: createOperationService(parts),
    publishing: createPublishingService(parts),
    leads: createLeadService(parts),
    imports: createImportService(parts),
    desk: createDeskService(parts),
    messages: createMessageService(parts),
    settings: createSettingsService(parts),
    seats: createSeatService(parts),
    comments: createCommentService(parts),
    sending: createSendingService(parts),
    tryOut: createTryOutService(parts),
    alerts: createAlertService(parts),
    explain: createExplainService(parts),
  };
}
