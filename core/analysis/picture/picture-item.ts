import type { PicturePlace } from '../image/picture-place.ts';
import type { FigureLook } from './person-figure.ts';

/** What a surface in a picture is: its colour is the painter's. */
export type SurfaceLook =
  | 'sky'
  | 'ground'
  /** What the camera is mounted on, where it ends the picture. */
  | 'mount'
  | 'wall'
  | 'fence'
  | 'building'
  | 'obstacle'
  | 'glass'
  | 'mesh'
  | FigureLook;

export type LineLook = 'edge' | 'fine-grid' | 'grid' | 'horizon';

/** A part of a picture in its pixels, from its top left corner; each item lies over those before it. */
export type PictureItem =
  | {
      readonly type: 'surface';
      readonly look: SurfaceLook;
      /** How much light falls on it, 0 to 1. */
      readonly light: number;
      /** Filled by their winding: a hole runs the other way. */
      readonly rings: readonly (readonly PicturePlace[])[];
    }
  | { readonly type: 'line'; readonly look: LineLook; readonly points: readonly PicturePlace[] };
