import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What a scripted server does at each point of the conversation; absent: what a friendly server does. */
export interface SmtpScript {
  /** The greeting, or silence. */
  readonly greeting?: string | 'silence';
  /** Methods that the server offers for logging in, such as `PLAIN`; absent: none. */
  readonly offersAuth?: string;
  readonly auth?: string;
  readonly mailFrom?: string;
  readonly rcptTo?: string;
  readonly data?: string;
  /** Reply to the content, or how the line breaks after it has arrived; `silence` keeps it open. */
  readonly afterContent?: string | 'hang-up' | 'reset' | 'silence';
}

/** A mail server that follows a script to the letter and keeps the contents it has received in full. */
export async function startScriptedSmtp(script: SmtpScript) {
  const contents: string[] = [];
  const senders: string[] = [];
  const connections: Socket[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    connections.push(socket);
    if (script.greeting !== 'silence') socket.write(`${script.greeting ?? '220 scripted'}\r\n`);
    converse(socket, script, { contents, senders });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    contents,
    /** Return paths, one per mail begun. */
    senders,
    /** Every connection ever made. */
    connections,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function converse(socket: Socket, script: SmtpScript, seen: { contents: string[]; senders: string[] }): void {
  let buffer = '';
  let content: string | null = null;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  socket.on('data', (chunk) => {
    buffer += chunk.toString('utf8');
    for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      if (/^MAIL FROM:/i.test(line)) seen.senders.push(/<([^>]*)>/.exec(line)?.[1] ?? '');
      if (content === null) content = command(line, script, say, socket);
      else if (line === '.') {
        seen.contents.push(content);
        content = null;
        if (script.afterContent === 'hang-up') socket.end();
        else if (script.afterContent === 'reset') socket.resetAndDestroy();
        else if (script.afterContent === 'silence') continue;
        else say(script.afterContent ?? '250 2.0.0 Ok: queued as ABC123');
      } else content += `${line}\n`;
    }
  });
}

/** Answers a command. @returns an empty content if the mail's text follows, else null */
function command(line: string, script: SmtpScript, say: (line: string) => void, socket: Socket): string | null {
  const verb = line.slice(0, 4).toUpperCase();
  if (verb === 'EHLO' && script.offersAuth !== undefined) say(`250-scripted\r\n250 AUTH ${script.offersAuth}`);
  else if (verb === 'EHLO' || verb === 'HELO' || verb === 'RSET' || verb === 'NOOP') say('250 scripted');
  else if (verb === 'AUTH') say(script.auth ?? '235 2.7.0 welcome');
  else if (verb === 'MAIL') say(script.mailFrom ?? '250 2.1.0 Ok');
  else if (verb === 'RCPT') say(script.rcptTo ?? '250 2.1.5 Ok');
  else if (verb === 'DATA') {
    say(script.data ?? '354 go ahead');
    return script.data === undefined ? '' : null;
  } else if (verb === 'QUIT') {
    say('221 bye');
    socket.end();
  } else say('502 what?');
  return null;
}
