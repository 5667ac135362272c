import { classNames } from '../class-names.ts';
import styles from './Refusal.module.css';

type RefusalProps = {
  /** One sentence: what is wrong and what to do. */
  readonly children: string | null;
  /** Where it stands flush with the text around it: in what has its own margins, under rows, across a panel. */
  readonly inset?: 'none' | 'list' | 'panel';
};

/** Why the last thing asked for was not done; spoken at once. Nothing while there is no sentence. */
export function Refusal({ children, inset = 'none' }: RefusalProps) {
  if (!children) return null;
  return (
    <div className={classNames(styles.refusal, inset !== 'none' && styles[inset])} role="alert">
      <span aria-hidden="true">▲</span> {children}
    </div>
  );
}
