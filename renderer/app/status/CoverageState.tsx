import type { ShownCoverage } from '../../../core/drawing/coverage/shown-coverage.ts';
import { formatLength } from '../../../core/quantity.ts';
import { useCoverage } from '../../hooks/EditorContext.tsx';
import { useSettings, useTopic } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import styles from './StatusBar.module.css';

/** Whether what is drawn of the coverage is that of the plan, and how many cameras are not in it; nothing where none is shown. */
export function CoverageState() {
  const status = useCoverage();
  if (status.state === 'none') return null;
  if (status.state === 'failed') {
    return (
      <strong className={styles.wrong} role="alert" data-coverage="failed">
        ▲ {text('status.coverage.failed', { reason: status.message })}
      </strong>
    );
  }
  if (status.state === 'computing') {
    return (
      <span data-coverage="computing">
        {text('status.coverage')}: <b>{text('status.coverage.computing')}</b>
      </span>
    );
  }
  return <Current shown={status.shown} />;
}

function Current({ shown: { coverage, key } }: { readonly shown: ShownCoverage }) {
  const { displayUnit } = useSettings();
  const only = useTopic('plan', ({ plan }) => (key.only ? plan.tables.camera.get(key.only) : undefined));
  const leftOut = [...coverage.cameras.values()].filter(({ ok }) => !ok).length;
  return (
    <span data-coverage="current">
      {text('status.coverage')}:{' '}
      {only
        ? text('status.coverage.view.alone', { camera: only.tag ?? text('kind.camera') })
        : text(`status.coverage.view.${coverage.view}`)}{' '}
      {key.targetHeight > 0 && <>{formatLength(key.targetHeight, displayUnit, 1)} </>}
      <b>✓</b>
      {leftOut > 0 && <b> ▲ {text('status.coverage.leftOut', { count: String(leftOut) })}</b>}
    </span>
  );
}
