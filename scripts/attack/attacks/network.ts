import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Attack } from '../attack.ts';
import { tryJobWays } from '../network/job-ways.ts';
import { tryMainWays } from '../network/main-ways.ts';
import { tryPageWays } from '../network/page-ways.ts';
import { startTraced } from '../network/traced-start.ts';

/** Somebody on this machine who would hear of it. */
async function listener() {
  let heard = 0;
  const server = http.createServer((_request, response) => response.end('heard'));
  server.on('connection', () => {
    heard += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, heard: () => heard, end: () => server.close() };
}

/** Tries every way out of the page, of the main process and of a job's, while the calls of the system are watched. */
export const network: Attack = {
  name: 'network',
  forms: ['long'],
  failedOn: '59a65ef',
  async run({ tried, failed }) {
    const somebody = await listener();
    const { driver, reached } = await startTraced();
    try {
      const { port } = somebody;
      // Before main: the last way out of that is the port through which all of this is driven.
      const inJob = await tryJobWays(driver.app, port);
      const inMain = await tryMainWays(driver.app, port);
      const inPage = await tryPageWays(driver.page, `http://127.0.0.1:${port}/`);
      await driver.page.waitForTimeout(1000);
      for (const [name, answer] of [...inJob, ...inMain, ...inPage]) {
        tried();
        if (answer !== 'refused') failed(`${name} ${answer}`);
      }
      if (somebody.heard() > 0) failed(`${somebody.heard()} connections were heard on this machine`);
      for (const call of new Set(reached())) failed(`a call of the system: ${call.slice(0, 120)}`);
      if (!driver.page.url().startsWith('app://main/index.html'))
        failed(`the page went to ${driver.page.url()}`);
    } finally {
      await driver.close();
      somebody.end();
    }
  },
};
