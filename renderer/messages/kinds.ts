export const kindMessages = {
  'kind.settings': 'Plan',
  'kind.floor': 'Floor',
  'kind.layer': 'Layer',
  'kind.phase': 'Phase',
  'kind.group': 'Group',
  'kind.sheet': 'Sheet',
} as const;
