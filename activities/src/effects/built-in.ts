import type { EffectImplementation } from '../implement-node.ts';
import { callWebhook } from './call-webhook.ts';
import { notifyStaff } from './notify-staff.ts';
import { sendEmail } from './send-email.ts';
import { sendWecomMessage } from './send-wecom-message.ts';

/** The effects Tendril ships with. */
export const builtInEffects: readonly EffectImplementation[] = [sendEmail, sendWecomMessage, callWebhook, notifyStaff];
