import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import type { FieldContext } from '../use-record-change.ts';
import { CameraView } from './CameraView.tsx';
import { CameraViews } from './CameraViews.tsx';
import { LensSection } from './LensSection.tsx';
import { PictureSection } from './PictureSection.tsx';

type Props = { readonly camera: RecordOf<'camera'>; readonly context: FieldContext };

/** What a single camera sees, its picture, and the choice of its lens. */
export function CameraSections({ camera, context }: Props) {
  return (
    <>
      <CameraViews key={camera.id} camera={camera} context={context} />
      <CameraView camera={camera} context={context} />
      <PictureSection camera={camera} />
      <LensSection camera={camera} context={context} />
    </>
  );
}
