import type { EffectImplementation } from '../implement-node.ts';
import { sendEmail } from './send-email.ts';
import { sendWecomMessage } from './send-wecom-message.ts';

/** The effects Tendril ships with. */
export const builtInEffects: readonly EffectImplementation[] = [sendEmail, sendWecomMessage];
