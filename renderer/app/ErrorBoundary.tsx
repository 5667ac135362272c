import { Component, type ReactNode } from 'react';
import { text } from '../messages/text.ts';
import { Button } from '../ui/buttons/Button.tsx';
import styles from './ErrorBoundary.module.css';

type State = { readonly message: string | null };

/** Shows what went wrong instead of an empty window; everything committed is on disk already. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { message: null };

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <main className={styles.page} role="alert">
        <h1>{text('app.broken')}</h1>
        <p>{text('app.brokenBody')}</p>
        <pre>{message}</pre>
        <Button look="primary" onPress={() => location.reload()}>
          {text('app.reload')}
        </Button>
      </main>
    );
  }
}
