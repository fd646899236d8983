/** How a newcomer gets into the demo workspace. */
export interface DemoAccess {
  readonly logins: readonly { readonly role: string; readonly email: string; readonly password: string }[];
  /** Write key by which events are sent to the demo workspace. */
  readonly intakeKey: string;
}

/**
 * Fills the demo workspace unless it is there.
 * The engine is loaded only now: its database client may have been generated a moment ago.
 */
export async function seedDemo(options: {
  readonly databaseUrl: string;
  readonly secret: string;
  readonly smtpUrl: string;
  readonly wecomBaseUrl: string;
}): Promise<DemoAccess> {
  const seed = await import('@tendril/engine/seed');
  return seed.seedDemo(options);
}
