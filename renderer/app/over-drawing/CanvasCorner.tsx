import { useSettings, useViewport } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import styles from './CanvasCorner.module.css';

const METRES_PER_FOOT = 0.3048;
const WIDEST_PX = 170;

/** The longest round length (1, 2 or 5 times a power of ten) that is not wider than the bar may be. */
function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
}

/** Scale bar and north arrow over the drawing. */
export function CanvasCorner() {
  const { displayUnit, north } = useSettings();
  const { pixelsPerMetre } = useViewport();
  const [unit, metres] = displayUnit === 'm' ? (['m', 1] as const) : (['ft', METRES_PER_FOOT] as const);
  const length = roundLength(WIDEST_PX / pixelsPerMetre / metres);
  const widthPx = length * metres * pixelsPerMetre;
  return (
    <>
      <div className={styles.bar} role="img" aria-label={text('canvas.scaleBar')}>
        <div className={styles.rule} style={{ width: widthPx }} />
        <div className={styles.numbers} style={{ width: widthPx }}>
          <span>0</span>
          <span>{length / 2}</span>
          <span>
            {length} {unit}
          </span>
        </div>
      </div>
      <div className={styles.north} role="img" aria-label={text('canvas.north')}>
        <svg
          width="34"
          height="34"
          viewBox="-17 -17 34 34"
          style={{ transform: `rotate(${-north}rad)` }}
          aria-hidden="true"
        >
          <path d="M0 -13L4 3L0 0L-4 3Z" fill="currentColor" />
          <text y="13" textAnchor="middle" fontSize="9" fontWeight="600" fill="currentColor">
            N
          </text>
        </svg>
      </div>
    </>
  );
}
