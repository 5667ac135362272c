import { memo } from 'react';
import { text } from '../messages/text.ts';
import { CoveragePanel } from '../panels/coverage/CoveragePanel.tsx';
import styles from './SidePanel.module.css';

type Props = { readonly onClose: () => void };

/** The panel beneath the drawing: what is found out about the plan. */
export const BottomPanel = memo(function BottomPanel({ onClose }: Props) {
  return (
    <section className={styles.panel} data-region="bottom" tabIndex={-1} aria-label={text('app.bottomPanel')}>
      <CoveragePanel onClose={onClose} />
    </section>
  );
});
