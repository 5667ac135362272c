import { expect, test } from 'vitest';
import { initialPanelLayout, resizePlace, togglePanel } from '../../../renderer/ui/layout/panel-layout.ts';

test('a panel dragged shut is closed and comes back as wide as it was', () => {
  const shut = resizePlace({ size: 280, isOpen: true }, 0);
  expect(shut).toEqual({ size: 280, isOpen: false });
  expect(togglePanel({ ...initialPanelLayout, left: shut }, 'left').left).toEqual({
    size: 280,
    isOpen: true,
  });
});

test('a resized panel keeps whole pixels', () => {
  expect(resizePlace({ size: 280, isOpen: true }, 331.4)).toEqual({ size: 331, isOpen: true });
});

test('closing one leaves the others alone', () => {
  expect(togglePanel(initialPanelLayout, 'right')).toEqual({
    ...initialPanelLayout,
    right: { size: 300, isOpen: false },
  });
});
