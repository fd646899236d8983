import { MailDev } from 'maildev';

/** Enough for a demo's thousands of mails; beyond it the oldest go, so that the folder and the start stay small. */
const MOST_MAILS = 5_000;

const maildev = new MailDev({
  smtp: Number(process.env['SMTP_PORT']),
  ip: '127.0.0.1',
  web: Number(process.env['PORT']),
  webIp: '127.0.0.1',
  mailDirectory: process.env['MAIL_FOLDER'] ?? '',
  maxEmails: MOST_MAILS,
  silent: true,
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void maildev.stop().finally(() => process.exit(0));
  });
}

await maildev.start();
