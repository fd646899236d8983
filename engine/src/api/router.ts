import { router } from './procedures.ts';
import { alertsRouter } from './routers/alerts.ts';
import { bulkRouter } from './routers/bulk.ts';
import { commentsRouter } from './routers/comments.ts';
import { deskRouter } from './routers/desk.ts';
import { explainRouter } from './routers/explain.ts';
import { importsRouter } from './routers/imports.ts';
import { journeysRouter } from './routers/journeys.ts';
import { leadsRouter } from './routers/leads.ts';
import { messagesRouter } from './routers/messages.ts';
import { operationsRouter } from './routers/operations.ts';
import { publishingRouter } from './routers/publishing.ts';
import { seatsRouter } from './routers/seats.ts';
import { segmentsRouter } from './routers/segments.ts';
import { sendingRouter } from './routers/sending.ts';
import { sessionRouter } from './routers/session.ts';
import { settingsRouter } from './routers/settings.ts';
import { tryOutRouter } from './routers/try-out.ts';

/** Every door of the API that the UI uses. The UI sees its type only. */
export const appRouter = router({
  alerts: alertsRouter,
  bulk: bulkRouter,
  explain: explainRouter,
  segments: segmentsRouter,
  session: sessionRouter,
  journeys: journeysRouter,
  operations: operationsRouter,
  publishing: publishingRouter,
  leads: leadsRouter,
  imports: importsRouter,
  desk: deskRouter,
  messages: messagesRouter,
  settings: settingsRouter,
  seats: seatsRouter,
  comments: commentsRouter,
  sending: sendingRouter,
  tryOut: tryOutRouter,
});

export type AppRouter = typeof appRouter;
