// Sends each flow's requests at its own rate, however long answers take, as people come; prints how long each answer
// took from the moment it was due. Started by test/measuring/paced-load.ts on processors of its own.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const { host, port, seconds, flows } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const began = performance.now();
const end = began + seconds * 1000;
process.stdout.write(JSON.stringify(await Promise.all(flows.map(play))));

async function play({ rate, requests, connections }) {
  const agent = new Agent({ keepAlive: connections === 'kept', maxSockets: Number.POSITIVE_INFINITY });
  const answers = [];
  // Nobody waits for anybody: the pauses between two who come are exponential.
  let due = began;
  for (;;) {
    due -= Math.log(1 - Math.random()) * (1000 / rate);
    if (due > end) break;
    const wait = due - performance.now();
    if (wait > 1) await pause(wait);
    answers.push(send(agent, requests[answers.length % requests.length], due));
  }
  const told = await Promise.all(answers);
  agent.destroy();
  return told;
}

/** [status, ms]; the error's code where the connection broke. */
function send(agent, what, due) {
  return new Promise((resolve) => {
    const { path, method, headers, body } = what;
    const tell = (status) => resolve([status, performance.now() - due]);
    const fail = ({ code }) => tell(code ?? 'broken');
    const asked = request({ agent, host, port, path, method, headers }, (answer) => {
      answer.on('end', () => tell(answer.statusCode));
      answer.on('error', fail);
      answer.resume();
    });
    asked.on('error', (error) => {
      // The other side let go of an idle connection in this moment: browsers send again too.
      if (asked.reusedSocket && error.code === 'ECONNRESET') resolve(send(agent, what, due));
      else fail(error);
    });
    asked.end(body);
  });
}
