import { createHmac } from 'node:crypto';

const derive = (secret: string, purpose: string): Buffer => createHmac('sha256', secret).update(`tendril-demo/${purpose}`).digest();

/** The password of a demo account: different in every installation, the same at every start of one. */
export const demoPassword = (secret: string, email: string): string => derive(secret, `password/${email}`).toString('base64url').slice(0, 14);

/** The write key of the demo workspace, likewise. */
export const demoWriteKey = (secret: string): string => `tk_demo_${derive(secret, 'write-key').toString('base64url').slice(0, 24)}`;
