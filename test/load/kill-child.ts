import { writeSync } from 'node:fs';
import { type OrderRequest, placeOrders } from '~/domain/orders/place-orders.server';
import { makeInTransaction } from '~/platform/unit-of-work.server';
import { newSecretId } from '~/shared/ids';
import { type DatabaseLocation, openDatabase } from '~db/engine.server';

/**
 * A process that places orders until it is killed, four units at once, singly and in batches, and says each order's id
 * once it is committed: what it has said is what a customer was told. Started by kill-orders.test.ts with its task as the only argument.
 */
interface Task {
  location: DatabaseLocation;
  templates: OrderRequest[];
  orders: number;
  now: number;
}

const task = JSON.parse(process.argv[2] ?? '{}') as Task;
const database = await openDatabase(task.location);
const inTransaction = makeInTransaction(database.writer);
let left = task.orders;

function nextBatch(): OrderRequest[] {
  const size = Math.min(left, left % 3 === 0 ? 1 : 8);
  return Array.from({ length: size }, () => {
    left -= 1;
    const template = task.templates[left % task.templates.length];
    if (!template) throw new Error('a task needs a template');
    return { ...template, orderId: newSecretId('ord') };
  });
}

async function place(): Promise<void> {
  for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) {
    const requests = batch;
    const answers = await inTransaction((tx) => placeOrders(tx, requests, task.now));
    const said = answers.map((answer) => (answer.ok ? answer.value.orderId : `refused ${answer.refusal.code}`));
    writeSync(1, `${said.join('\n')}\n`);
  }
}

await Promise.all(Array.from({ length: 4 }, place));
await database.close();
