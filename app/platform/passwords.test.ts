import { describe, expect, it } from 'vitest';
import { makeBoundedQueue, QueueFull } from './bounded-queue';
import { makePasswords } from './passwords.server';

describe('hashing of PINs', () => {
  const passwords = makePasswords({ secretKey: 'k'.repeat(32), mode: 'test' });

  it('is argon2id and tells the right PIN from the wrong one', async () => {
    const stored = await passwords.hash('271828');
    expect(stored).toMatch(/^\$argon2id\$/);
    expect(await passwords.verify(stored, '271828')).toBe(true);
    expect(await passwords.verify(stored, '271829')).toBe(false);
  });

  it('needs the pepper that is not in the database', async () => {
    const stored = await passwords.hash('271828');
    const thief = makePasswords({ secretKey: 'x'.repeat(32), mode: 'test' });
    expect(await thief.verify(stored, '271828')).toBe(false);
  });

  it('costs what the law of the house says outside tests', async () => {
    const stored = await makePasswords({ secretKey: 'k'.repeat(32), mode: 'production' }).hash('271828');
    expect(stored).toContain('m=19456,t=2,p=1');
  });
});

describe('a bounded queue', () => {
  it('runs so many at once, lets so many wait and turns the rest away', async () => {
    const inTurn = makeBoundedQueue('photos', { runningMax: 2, waitingMax: 3 });
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
    };
    const answers = await Promise.allSettled(Array.from({ length: 7 }, () => inTurn.run(work)));
    expect(most).toBe(2);
    expect(answers.map((answer) => answer.status)).toEqual([...Array(5).fill('fulfilled'), 'rejected', 'rejected']);
    expect((answers[6] as PromiseRejectedResult).reason).toBeInstanceOf(QueueFull);
    await inTurn.run(work);
  });

  it('goes on after work that failed', async () => {
    const inTurn = makeBoundedQueue('photos', { runningMax: 1, waitingMax: 1 });
    await expect(inTurn.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await inTurn.run(async () => 'next')).toBe('next');
  });

  it('that is closed lets what runs go on, and turns away who waits and who comes', async () => {
    const inTurn = makeBoundedQueue('photos', { runningMax: 1, waitingMax: 5 });
    let end = () => {};
    const running = inTurn.run(() => new Promise<string>((resolve) => (end = () => resolve('done'))));
    const waiting = inTurn.run(async () => 'never');
    inTurn.close();
    await expect(waiting).rejects.toBeInstanceOf(QueueFull);
    await expect(inTurn.run(async () => 'never')).rejects.toBeInstanceOf(QueueFull);
    end();
    expect(await running).toBe('done');
  });
});
