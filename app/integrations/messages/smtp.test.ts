import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { say } from '~/shared/message-templates';
import { type OutgoingMessage, SendFailure } from './sender';
import { smtpSender } from './smtp.server';

const running: SMTPServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await new Promise<void>((resolve) => server.close(() => resolve()));
});

const notice: OutgoingMessage = {
  key: 'message:notice:1',
  recipient: 'siti@contoh.example',
  template: 'festival_offer',
  language: 'id',
  subject: 'Anda terpilih – stan 14',
  said: say`Usaha ${'Pempek Siti'} terpilih: stan ${14}. Jawab sekarang.`,
  secret: null,
  link: { path: '/usaha/mrc_1', url: 'https://pestarasa.example/usaha/mrc_1', word: 'Lihat tawaran' },
};

async function startServer(options: SMTPServerOptions = {}): Promise<{ port: number; mails: string[] }> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let mail = '';
      stream.on('data', (chunk: Buffer) => (mail += chunk.toString()));
      stream.on('end', () => {
        mails.push(mail);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return { port: (server.server.address() as AddressInfo).port, mails };
}

const senderTo = (port: number, account = '') =>
  smtpSender({ url: `smtp://${account}127.0.0.1:${port}`, from: 'Pestarasa <kabar@pestarasa.example>', timeout: 300 });

async function failureOf(port: number, account?: string): Promise<SendFailure> {
  const error: unknown = await senderTo(port, account)
    .send(notice)
    .then(
      () => null,
      (thrown: unknown) => thrown,
    );
  if (!(error instanceof SendFailure)) throw new Error(`expected a SendFailure, got ${String(error)}`);
  return error;
}

const refuseRecipient = (responseCode: number): SMTPServerOptions => ({
  onRcptTo: (_address, _session, done) =>
    done(Object.assign(new Error('siti@contoh.example is unknown'), { responseCode })),
});

describe('the mail server', () => {
  it('gets the text with its link, and the same Message-ID for the same key', async () => {
    const { port, mails } = await startServer();
    const first = await senderTo(port).send(notice);
    const second = await senderTo(port).send(notice);
    expect(first.reference).toBe(second.reference);
    expect(mails).toHaveLength(2);
    expect(mails[0]).toContain(`Message-ID: ${first.reference}`);
    expect(mails[0]).toMatch(/^To: siti@contoh\.example/m);
    expect(mails[0]).toContain('Usaha Pempek Siti terpilih: stan 14. Jawab sekarang.');
    expect(mails[0]).toContain('Lihat tawaran: https://pestarasa.example/usaha/mrc_1');
    expect(mails[0]).toContain('Auto-Submitted: auto-generated');
  });

  it('does not know the recipient: not tried again, and the words name nobody', async () => {
    const { port } = await startServer(refuseRecipient(550));
    const failure = await failureOf(port);
    expect(failure).toMatchObject({ isFinal: true, message: 'the mail server answered 550 (EENVELOPE)' });
  });

  it('has a full mailbox for now: tried again', async () => {
    const { port } = await startServer(refuseRecipient(452));
    expect(await failureOf(port)).toMatchObject({ isFinal: false });
  });

  it('refuses our password: an operator has to see to it', async () => {
    const { port } = await startServer({
      authOptional: false,
      onAuth: (_auth, _session, done) => done(new Error('wrong')),
    });
    expect(await failureOf(port, 'user:secret@')).toMatchObject({ isFinal: true });
  });

  it('refuses the text for good: not tried again', async () => {
    const { port } = await startServer({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done(Object.assign(new Error('spam'), { responseCode: 554 })));
      },
    });
    expect(await failureOf(port)).toMatchObject({ isFinal: true });
  });

  it('is not there: tried again', async () => {
    const { port } = await startServer();
    await new Promise<void>((resolve) => running.pop()?.close(() => resolve()));
    expect(await failureOf(port)).toMatchObject({ isFinal: false });
  });

  it('says nothing: given up in time and tried again', async () => {
    const { port } = await startServer({ onConnect: () => undefined });
    expect(await failureOf(port)).toMatchObject({ isFinal: false });
  });

  it('gets no second recipient through a forged address', async () => {
    const { port, mails } = await startServer();
    await senderTo(port)
      .send({
        ...notice,
        recipient: 'siti@contoh.example\r\nBcc: other@contoh.example',
        subject: 'Halo\r\nBcc: other@contoh.example',
      })
      .catch(() => undefined);
    expect(mails.join()).not.toMatch(/^Bcc:/im);
  });
});
