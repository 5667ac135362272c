import type { WebContents, WebRequest } from 'electron';

/** Settles once a page has all that it asks for first: its scripts, and nothing more is on its way. */
export function firstDelivery(webRequest: WebRequest, contents: WebContents): Promise<void> {
  const underWay = new Set<number>();
  let hasScript = false;
  return new Promise((resolve) => {
    const settle = () => {
      webRequest.onSendHeaders(null);
      webRequest.onCompleted(null);
      webRequest.onErrorOccurred(null);
      resolve();
    };
    const ended = ({ id, resourceType }: { readonly id: number; readonly resourceType: string }) => {
      underWay.delete(id);
      if (resourceType === 'script') hasScript = true;
      if (hasScript && underWay.size === 0) settle();
    };
    webRequest.onSendHeaders(({ id }) => underWay.add(id));
    webRequest.onCompleted(ended);
    webRequest.onErrorOccurred(ended);
    // A page that could not be loaded asks for no scripts.
    contents.once('did-stop-loading', settle);
  });
}
