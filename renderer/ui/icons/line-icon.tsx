export type IconProps = {
  /** Width and height in pixels. */
  readonly size?: number;
};

export type Icon = (props: IconProps) => React.JSX.Element;

/**
 * An icon of lines on a grid of 24, in the colour of the text around it.
 * `solid` is filled instead of drawn. Icons say nothing to screen readers: their control has the name.
 */
export function lineIcon(lines: string, solid = ''): Icon {
  return function LineIcon({ size = 16 }) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {lines === '' ? null : <path d={lines} />}
        {solid === '' ? null : <path d={solid} fill="currentColor" stroke="none" />}
      </svg>
    );
  };
}
