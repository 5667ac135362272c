import styles from './Kbd.module.css';

/** Keys as they are written on the keyboard: `Ctrl K`. */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd className={styles.kbd}>{children}</kbd>;
}
