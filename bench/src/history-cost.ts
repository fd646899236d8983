import proto from '@temporalio/proto';

const { History } = proto.temporal.api.history.v1;
const { EventType } = proto.temporal.api.enums.v1;
type IHistory = proto.temporal.api.history.v1.IHistory;

/** What one run costs on Temporal. */
export interface HistoryCost {
  readonly events: number;
  /** Size of the history as it goes over the wire. */
  readonly bytes: number;
  /** Billable actions by Temporal Cloud's definition: see `actionsOf`. */
  readonly actions: number;
}

/** Measures a history that was read back from the server. */
export function costOf(history: IHistory): HistoryCost {
  const events = history.events ?? [];
  return { events: events.length, bytes: History.encode(History.fromObject(history)).finish().length, actions: actionsOf(history) };
}

/**
 * Counts billable actions: the start, every activity attempt that is in the history, every timer, every signal, and one
 * for all local activities of the same workflow task.
 */
function actionsOf(history: IHistory): number {
  let actions = 0;
  let localOf: unknown = null;
  for (const event of history.events ?? []) {
    switch (event.eventType) {
      case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED:
      case EventType.EVENT_TYPE_TIMER_STARTED:
      case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED:
        actions += 1;
        break;
      case EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED:
        actions += event.activityTaskStartedEventAttributes?.attempt ?? 1;
        break;
      case EventType.EVENT_TYPE_MARKER_RECORDED: {
        const task = String(event.markerRecordedEventAttributes?.workflowTaskCompletedEventId);
        if (task !== localOf) actions += 1;
        localOf = task;
        break;
      }
    }
  }
  return actions;
}

/** The names of a history's events, for whoever wonders where a cost comes from. */
export function outlineOf(history: IHistory): readonly string[] {
  return (history.events ?? []).map((event) => EventType[event.eventType ?? 0]?.replace('EVENT_TYPE_', '') ?? 'UNKNOWN');
}
