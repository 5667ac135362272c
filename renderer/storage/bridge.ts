import type { Bridge } from '../../core/contract/contract.ts';

declare global {
  interface Window {
    readonly sallyport: Bridge;
  }
}

/** The main process as the preload script shows it to this window. */
export const bridge: Bridge = window.sallyport;
