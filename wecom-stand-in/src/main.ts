import { join } from 'node:path';
import { createStandIn } from './create-stand-in.ts';
import { demoCredentials } from './options.ts';

const env = process.env;
const home = env['TENDRIL_HOME'];
const tendril = env['TENDRIL_URL'];

const standIn = await createStandIn({
  port: Number(env['PORT'] ?? 4600),
  host: env['HOST'] ?? '127.0.0.1',
  stateFile: home === undefined ? null : join(home, 'wecom-stand-in.json'),
  corpId: env['WECOM_CORP_ID'] ?? demoCredentials.corpId,
  secret: env['WECOM_SECRET'] ?? demoCredentials.secret,
  callbackUrl: env['WECOM_CALLBACK_URL'] ?? (tendril === undefined ? null : `${tendril}/wecom/callback`),
  callbackToken: env['WECOM_TOKEN'] ?? demoCredentials.callbackToken,
  callbackAesKey: env['WECOM_AES_KEY'] ?? demoCredentials.callbackAesKey,
});
process.stdout.write('ready\n');

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void standIn.stop().then(() => process.exit(0)));
