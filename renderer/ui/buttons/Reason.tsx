/** Why a button cannot be used, for whoever does not see its tooltip: the button names it in `aria-describedby`. */
export function Reason({ id, children }: { readonly id: string; readonly children: string | null }) {
  return (
    children !== null && (
      <span id={id} hidden>
        {children}
      </span>
    )
  );
}

/** What makes a button say that it cannot be used and why, and keeps it where it can be focused. */
export const disabledBy = (reason: string) =>
  ({ 'aria-disabled': true, 'aria-describedby': reason }) as const;
