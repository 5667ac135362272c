import { EventEmitter } from 'node:events';
import type { WebContents, WebRequest } from 'electron';
import { expect, test } from 'vitest';
import { firstDelivery } from '../../../electron/windows/first-delivery.ts';

type Details = { readonly id: number; readonly resourceType: string };
type Listener = ((details: Details) => void) | null;

/** What of Electron tells of requests: one listener for each event, as there. */
function requests() {
  const heard = new Map<string, Listener>();
  const on = (name: string) => (listener: Listener) => void heard.set(name, listener);
  const webRequest = {
    onSendHeaders: on('sent'),
    onCompleted: on('completed'),
    onErrorOccurred: on('failed'),
  } as unknown as WebRequest;
  const contents = new EventEmitter();
  let isDelivered = false;
  void firstDelivery(webRequest, contents as unknown as WebContents).then(() => {
    isDelivered = true;
  });
  const tell = async (name: string, id: number, resourceType: string) => {
    heard.get(name)?.({ id, resourceType });
    await Promise.resolve();
    return isDelivered;
  };
  const stop = async () => {
    contents.emit('did-stop-loading');
    await Promise.resolve();
    return isDelivered;
  };
  return { tell, stop, listeners: () => [...heard.values()].filter((listener) => listener !== null).length };
}

test('all that a page asks for first is delivered once its scripts are and nothing is on its way', async () => {
  const { tell, listeners } = requests();
  await tell('sent', 1, 'mainFrame');
  expect(await tell('completed', 1, 'mainFrame')).toBe(false);
  await tell('sent', 2, 'script');
  await tell('sent', 3, 'font');
  expect(await tell('completed', 2, 'script')).toBe(false);
  expect(listeners()).toBe(3);
  expect(await tell('failed', 3, 'font')).toBe(true);
  expect(listeners()).toBe(0);
});

test('a page that asks for no script is delivered when it stops loading', async () => {
  const { tell, stop, listeners } = requests();
  await tell('sent', 1, 'mainFrame');
  expect(await tell('failed', 1, 'mainFrame')).toBe(false);
  expect(await stop()).toBe(true);
  expect(listeners()).toBe(0);
});
