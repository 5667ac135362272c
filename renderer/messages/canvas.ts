export const canvasMessages = {
  'canvas.label': 'Drawing. Use the outline panel to reach records by keyboard.',
  'canvas.length': 'Length',
  'canvas.notALength': 'Not a length. Try 3.5, 380cm or 12\'6".',
  'canvas.scaleBar': 'Scale bar',
  'canvas.north': 'North',
} as const;
