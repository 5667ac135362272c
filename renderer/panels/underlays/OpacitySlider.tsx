import { useEffect, useState } from 'react';
import { text } from '../../messages/text.ts';
import { Slider } from '../../ui/fields/Slider.tsx';

type Props = {
  readonly opacity: number;
  readonly isDisabled: boolean;
  readonly onCommit: (opacity: number) => void;
};

/** Opacity as one edit for a whole drag. */
export function OpacitySlider({ opacity, isDisabled, onCommit }: Props) {
  const [draft, setDraft] = useState(opacity);
  useEffect(() => setDraft(opacity), [opacity]);
  return (
    <Slider
      label={text('underlay.opacity')}
      value={draft}
      minimum={0}
      maximum={1}
      stepBy={0.05}
      isDisabled={isDisabled}
      onChange={setDraft}
      onCommit={onCommit}
      format={(value) => `${Math.round(value * 100)} %`}
    />
  );
}
