import type { WhyNot } from './command.ts';

/** Of a command that can be run at any time. */
export const always: WhyNot = () => null;

/** Of a command that works on what is selected. */
export const needsSelection: WhyNot = ({ editor }) =>
  editor.selection.size > 0 ? null : 'whyNot.nothingSelected';

/** Of one that works on several records together. */
export const needsTwo: WhyNot = ({ editor }) => (editor.selection.size > 1 ? null : 'whyNot.fewerThanTwo');

/** Of one that works on a single record. */
export const needsOne: WhyNot = (scope) =>
  scope.editor.selection.size > 1 ? 'whyNot.severalSelected' : needsSelection(scope);

/** Of one that works on the sheet that is framed on the drawing. */
export const needsChosenSheet: WhyNot = ({ editor }) =>
  editor.view.lens.sheet === null ? 'whyNot.noSheetChosen' : null;

/** The first of several reasons that holds. */
export const firstOf =
  (...reasons: readonly WhyNot[]): WhyNot =>
  (scope) => {
    for (const reason of reasons) {
      const why = reason(scope);
      if (why !== null) return why;
    }
    return null;
  };
