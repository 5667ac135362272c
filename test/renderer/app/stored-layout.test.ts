import { expect, test } from 'vitest';
import { parseLayout, toggleAll } from '../../../renderer/app/stored-layout.ts';
import { initialPanelLayout, togglePanel } from '../../../renderer/ui/layout/panel-layout.ts';

test('a layout comes back from its setting; a missing or broken one is the first', () => {
  const layout = { ...initialPanelLayout, left: { size: 340, isOpen: false } };
  expect(parseLayout(JSON.stringify(layout))).toEqual(layout);
  const tooWide = { ...layout, left: { size: 90_000, isOpen: true } };
  for (const stored of [undefined, '', '{', 'null', '{"left":1}', JSON.stringify(tooWide)])
    expect(parseLayout(stored)).toEqual(initialPanelLayout);
});

test('all panels are hidden while one is open, and both come back with their sizes', () => {
  const wide = { ...togglePanel(initialPanelLayout, 'right'), left: { size: 340, isOpen: true } };
  const hidden = toggleAll(wide);
  expect([hidden.left.isOpen, hidden.right.isOpen]).toEqual([false, false]);
  const shown = toggleAll(hidden);
  expect([shown.left, shown.right]).toEqual([
    { size: 340, isOpen: true },
    { size: 300, isOpen: true },
  ]);
});

test('the panel at the bottom is hidden with the others, and stays away when these come back', () => {
  const open = togglePanel(initialPanelLayout, 'bottom');
  expect(open.bottom).toEqual({ size: 220, isOpen: true });
  const hidden = toggleAll({
    ...open,
    left: { size: 280, isOpen: false },
    right: { size: 300, isOpen: false },
  });
  expect([hidden.left.isOpen, hidden.right.isOpen, hidden.bottom.isOpen]).toEqual([false, false, false]);
  expect(toggleAll(open).bottom).toEqual({ size: 220, isOpen: false });
});
