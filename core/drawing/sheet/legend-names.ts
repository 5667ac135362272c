/** What the types of records are called in the legend; null for what explains itself. */
export const wallNames = { opaque: 'Wall', glass: 'Glass wall', mesh: 'Mesh wall' } as const;
export const openingNames = {
  door: 'Door',
  'double-door': 'Door',
  'sliding-door': 'Door, sliding',
  window: 'Window',
  'garage-door': 'Garage door',
  passage: null,
} as const;
export const gateNames = {
  swing: 'Gate, swing',
  'double-swing': 'Gate, double swing',
  sliding: 'Gate, sliding',
  lift: 'Gate, lifting',
} as const;
export const obstacleNames = {
  tree: 'Tree',
  hedge: 'Hedge',
  container: 'Container',
  vehicle: 'Parked vehicle',
  other: 'Obstacle',
} as const;
export const barrierNames = {
  wall: 'Barrier wall',
  jersey: 'Jersey barrier',
  planter: 'Planter',
  boulder: 'Boulders',
  cable: 'Cable barrier',
  guardrail: 'Guardrail',
  trench: 'Trench',
  wedge: 'Wedge barrier',
  'drop-arm': 'Drop arm barrier',
  beam: 'Beam barrier',
  'sliding-gate': 'Sliding barrier',
} as const;
export const bollardNames = {
  fixed: 'Bollard',
  removable: 'Bollard, removable',
  retractable: 'Bollard, retractable',
} as const;
export const cameraNames = {
  fixed: 'Camera, fixed',
  ptz: 'Camera, pan-tilt-zoom',
  panoramic: 'Camera, panoramic',
  multisensor: 'Camera, multisensor',
  thermal: 'Camera, thermal',
} as const;
export const postNames = { fixed: 'Guard post', booth: 'Guard booth', vehicle: 'Guard vehicle' } as const;
export const roadNames = { street: 'Road', service: 'Road', footway: 'Footway' } as const;
export const lightNames = {
  pole: 'Light on a pole',
  wall: 'Wall light',
  bollard: 'Bollard light',
  flood: 'Floodlight',
} as const;
export const sensorNames = {
  motion: 'Motion detector',
  beam: 'Beam detector',
  'glass-break': 'Glass-break detector',
  'door-contact': 'Door contact',
  fence: 'Fence sensor',
  buried: 'Buried sensor',
  seismic: 'Seismic sensor',
  duress: 'Duress button',
} as const;
export const readerNames = {
  card: 'Card reader',
  keypad: 'Keypad',
  biometric: 'Biometric reader',
  intercom: 'Intercom',
  'request-to-exit': 'Request to exit',
} as const;
export const screeningNames = {
  'metal-detector': 'Walk-through metal detector',
  'x-ray': 'X-ray scanner',
  'explosive-trace': 'Explosive trace detector',
  'vehicle-inspection': 'Vehicle inspection',
  'bag-search': 'Bag search',
} as const;
export const signNames = {
  warning: 'Warning sign',
  prohibition: 'Prohibition sign',
  information: 'Information sign',
  direction: 'Direction sign',
  traffic: 'Traffic sign',
} as const;
