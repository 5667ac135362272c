/** Words of floors, layers, phases, states, the drawing order and groups. */
export const structureMessages = {
  'states.label': 'What the drawing shows',
  'states.both': 'Both',
  'states.today': 'Today',
  'states.proposed': 'Proposed',
  'command.view.states.both': 'Show today and proposed',
  'command.view.states.today': 'Show what is there today',
  'command.view.states.proposed': 'Show what is proposed',
  'command.edit.state.existing': 'Mark as existing',
  'command.edit.state.deficient': 'Mark as deficient',
  'command.edit.state.proposed': 'Mark as proposed',
  'command.edit.state.removed': 'Mark as to be removed',
  'edit.state': 'Change the state',
} as const;
