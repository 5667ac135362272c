import { useSyncExternalStore } from 'react';
import { bundledCameras } from '../../core/catalogue/cameras/bundled-cameras.ts';
import { cameraDeviceName } from '../../core/catalogue/cameras/camera-device.ts';
import { type CatalogueCamera, cameraName } from '../../core/catalogue/cameras/catalogue-camera.ts';
import type { Answer } from '../../core/contract/method.ts';
import type { ReadCameras } from '../../core/contract/shapes.ts';

/** Where the person's own cameras are kept, and how tables of cameras come in and go out. */
export type CameraStore = {
  readonly list: () => Promise<Answer<{ readonly cameras: readonly CatalogueCamera[] }>>;
  readonly save: (cameras: readonly CatalogueCamera[]) => Promise<Answer<null>>;
  readonly read: () => Promise<Answer<ReadCameras>>;
  readonly write: (cameras: readonly CatalogueCamera[]) => Promise<Answer<{ readonly fileName: string }>>;
};

/** A camera that can be chosen; an own one stands in the place of a bundled one with its maker and model. */
export type OfferedCamera = { readonly camera: CatalogueCamera; readonly isOwn: boolean };

function bundled(): readonly CatalogueCamera[] {
  const table = bundledCameras();
  if (!table.ok) throw new Error(table.error);
  return table.value;
}

/** The own cameras first, then those bundled ones that no own one stands for. */
export function offeredCameras(own: readonly CatalogueCamera[]): readonly OfferedCamera[] {
  const names = new Set(own.map(cameraName));
  return [
    ...own.map((camera) => ({ camera, isOwn: true })),
    ...bundled()
      .filter((camera) => !names.has(cameraName(camera)))
      .map((camera) => ({ camera, isOwn: false })),
  ];
}

/** Own cameras with others put in: one of the same maker and model is replaced in its place. */
export function withCameras(
  own: readonly CatalogueCamera[],
  added: readonly CatalogueCamera[],
): readonly CatalogueCamera[] {
  const all = new Map(own.map((camera) => [cameraName(camera), camera]));
  for (const camera of added) all.set(cameraName(camera), camera);
  return [...all.values()];
}

export const withoutCamera = (own: readonly CatalogueCamera[], gone: CatalogueCamera) =>
  own.filter((camera) => cameraName(camera) !== cameraName(gone));

/** The cameras that can be chosen at this window: read once, then kept up with what is stored. */
class CameraTable {
  #store: CameraStore | null = null;
  #own: readonly CatalogueCamera[] = [];
  #offered: readonly OfferedCamera[] | null = null;
  readonly #listeners = new Set<() => void>();

  readonly own = (): readonly CatalogueCamera[] => this.#own;

  readonly offered = (): readonly OfferedCamera[] => {
    this.#offered ??= offeredCameras(this.#own);
    return this.#offered;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Reads what is stored; the sentence why it cannot be read, or null. */
  async connect(store: CameraStore): Promise<string | null> {
    this.#store = store;
    const stored = await store.list();
    if (!stored.ok) return stored.error.message;
    this.#show(stored.value.cameras);
    return null;
  }

  /** Keeps all own cameras as they are given; the sentence why not, or null. */
  async keep(own: readonly CatalogueCamera[]): Promise<string | null> {
    const answer = await this.#connected().save(own);
    if (!answer.ok) return answer.error.message;
    this.#show(own);
    return null;
  }

  read(): Promise<Answer<ReadCameras>> {
    return this.#connected().read();
  }

  write(cameras: readonly CatalogueCamera[]): Promise<Answer<{ readonly fileName: string }>> {
    return this.#connected().write(cameras);
  }

  #connected(): CameraStore {
    if (!this.#store) throw new Error('The cameras were not connected to their store.');
    return this.#store;
  }

  #show(own: readonly CatalogueCamera[]): void {
    this.#own = own;
    this.#offered = null;
    for (const listener of this.#listeners) listener();
  }
}

export const cameraTable = new CameraTable();

export function useOfferedCameras(): readonly OfferedCamera[] {
  return useSyncExternalStore(cameraTable.subscribe, cameraTable.offered);
}

/** The camera that a record names as its device; null for a generic one, none, or one of another's table. */
export function cameraOfDevice(
  offered: readonly OfferedCamera[],
  device: string | null,
): CatalogueCamera | null {
  return offered.find(({ camera }) => cameraDeviceName(camera) === device)?.camera ?? null;
}
